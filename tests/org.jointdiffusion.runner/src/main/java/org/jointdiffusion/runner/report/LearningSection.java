package org.jointdiffusion.runner.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultTable;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The learning curves of one Learner.
 *
 * @param node the node's name
 * @param view the file with its view, empty for none
 * @param charts losses and accuracies over the steps
 */
record LearningSection(String node, String view, List<Chart> charts) {

    /**
     * One chart.
     *
     * @param title what it shows
     * @param hint how to read it
     * @param data the series as JSON, safe inside a script element: {@code {"x": [...], "series": {name: [...]}}}
     */
    record Chart(String title, String hint, String data) {}

    private static final Gson JSON = new GsonBuilder().serializeNulls().create();

    /** One section for each Learner that left a history. */
    static List<LearningSection> of(final RunResult run) {
        return run.nodes(NodeKind.LEARNER).stream()
                .filter(node -> node.table(2).filter(LearningSection::isHistory).isPresent())
                .map(node -> of(node, run.viewFile(node).orElse("")))
                .toList();
    }

    private static boolean isHistory(final ResultTable table) {
        return table.has(Columns.STEP) && !table.rows().isEmpty();
    }

    private static LearningSection of(final NodeResult learner, final String view) {
        final var history = learner.table(2).orElseThrow();
        return new LearningSection(
                learner.name(),
                view,
                List.of(
                        chart(
                                history,
                                "Denoising loss",
                                "lower is better: how well the noise is told from the image",
                                Columns.DIFFUSION_LOSS,
                                Columns.VALIDATION_DIFFUSION_LOSS),
                        chart(
                                history,
                                "Classification loss",
                                "lower is better: how sure the classifier is of the right class",
                                Columns.CLASSIFICATION_LOSS,
                                Columns.VALIDATION_CLASSIFICATION_LOSS),
                        chart(
                                history,
                                "Accuracy",
                                "higher is better: share of images that are named correctly",
                                Columns.TRAINING_ACCURACY,
                                Columns.VALIDATION_ACCURACY)));
    }

    private static Chart chart(
            final ResultTable history,
            final String title,
            final String hint,
            final String training,
            final String validation) {
        final var series = new LinkedHashMap<String, List<Double>>();
        series.put("training", values(history, training));
        series.put("validation", values(history, validation));
        return new Chart(title, hint, JSON.toJson(Map.of("x", values(history, Columns.STEP), "series", series)));
    }

    /** The column's values with null for a missing one, so that the chart leaves a gap or bridges it. */
    private static List<Double> values(final ResultTable table, final String column) {
        return table.rows().stream()
                .map(row -> row.number(column))
                .map(number -> number.isPresent() && Double.isFinite(number.getAsDouble())
                        ? (Double) number.getAsDouble()
                        : null)
                .toList();
    }
}
