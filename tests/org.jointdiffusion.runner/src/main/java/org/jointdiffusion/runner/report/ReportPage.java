package org.jointdiffusion.runner.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointdiffusion.runner.figures.Figures;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.RunResult;

/** Everything that the template {@code report.mustache} shows; a section without data is empty. */
record ReportPage(
        String title,
        String subtitle,
        List<String> problems,
        List<HeadlineCard> cards,
        List<LearningSection> learning,
        List<ConfusionSection> confusion,
        List<ScoreSection> scores,
        List<TypicalitySection> typicality,
        List<SamplesSection> samples,
        List<CounterfactualsSection> counterfactuals,
        NodesSection nodes,
        List<Map.Entry<String, String>> environment,
        String chartLibraryVersion,
        String chartStyle,
        String chartLibrary,
        String style,
        String script) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    static ReportPage of(final RunResult run, final Figures figures) {
        return new ReportPage(
                run.workflow(),
                DATE.format(run.started()) + " · " + run.nodes().size() + " nodes · " + Format.duration(run.duration()),
                run.nodes().stream()
                        .filter(NodeResult::hasFailed)
                        .map(node -> node.name() + ": " + node.message().orElse("The node failed."))
                        .toList(),
                HeadlineCard.of(figures),
                LearningSection.of(run),
                ConfusionSection.of(run),
                ScoreSection.of(run),
                TypicalitySection.of(run),
                SamplesSection.of(run),
                CounterfactualsSection.of(run),
                NodesSection.of(run),
                List.copyOf(run.environment().entrySet()),
                ReportResources.CHART_LIBRARY_VERSION,
                ReportResources.chartStyle(),
                ReportResources.chartLibrary(),
                ReportResources.read("report.css"),
                ReportResources.read("report.js"));
    }
}
