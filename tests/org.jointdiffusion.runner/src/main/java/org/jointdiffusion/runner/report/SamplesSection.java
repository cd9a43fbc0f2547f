package org.jointdiffusion.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;
import org.jointdiffusion.runner.result.RunResult;

/**
 * A grid of drawn images, one row for each class that was asked for.
 *
 * @param node the name of the node that drew them
 * @param view the file with its view, empty for none
 * @param sentence the agreement of the model's own classifier in words
 * @param rows the classes
 * @param hasExamples whether real images can be shown beside the drawn ones
 */
record SamplesSection(String node, String view, String sentence, List<Row> rows, boolean hasExamples) {

    /** Most images that are shown for a class. */
    private static final int SHOWN_PER_CLASS = 16;

    /**
     * A class with a real image, if one was read, and the drawn images.
     *
     * @param className the class that was asked for
     * @param example a real image of the class as a data address, empty for none
     * @param samples the drawn images
     * @param more how many more were drawn than are shown, in words; empty for none
     */
    record Row(String className, String example, List<Sample> samples, String more) {}

    /** A drawn image, what the classifier sees in it, and whether that is what was asked for. */
    record Sample(String image, boolean agrees, String prediction, String title) {}

    /** One section for each Sampler; without one, the previews of each Learner. */
    static List<SamplesSection> of(final RunResult run) {
        final var samples = sections(run, NodeKind.SAMPLER, 1, Columns.CLASS_PROBABILITY);
        return samples.isEmpty() ? sections(run, NodeKind.LEARNER, 3, Columns.PREVIEW_PROBABILITY) : samples;
    }

    private static List<SamplesSection> sections(
            final RunResult run, final NodeKind kind, final int port, final String probability) {
        final var examples = examples(run);
        final var sections = new ArrayList<SamplesSection>();
        for (final var node : run.nodes(kind)) {
            node.table(port)
                    .filter(table -> table.has(Columns.IMAGE, Columns.CLASS, Columns.PREDICTION))
                    .filter(table -> !table.rows().isEmpty())
                    .ifPresent(table -> sections.add(
                            section(node.name(), run.viewFile(node).orElse(""), table, probability, examples)));
        }
        return sections;
    }

    private static SamplesSection section(
            final String node,
            final String view,
            final ResultTable table,
            final String probability,
            final Map<String, String> examples) {
        final var byClass = new LinkedHashMap<String, List<Sample>>();
        for (final var row : table.rows()) {
            row.image(Columns.IMAGE).ifPresent(image -> byClass.computeIfAbsent(
                            row.text(Columns.CLASS).orElse("?"), name -> new ArrayList<>())
                    .add(sample(row, image, probability)));
        }
        final var rows = byClass.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), examples))
                .toList();
        final long count = byClass.values().stream().mapToLong(List::size).sum();
        final long agreeing = byClass.values().stream()
                .flatMap(List::stream)
                .filter(Sample::agrees)
                .count();
        return new SamplesSection(
                node,
                view,
                Format.count(agreeing) + " of " + Format.count(count)
                        + " drawn images look to the model's own classifier like the class that was asked for.",
                rows,
                rows.stream().anyMatch(row -> !row.example().isEmpty()));
    }

    private static Row row(final String className, final List<Sample> samples, final Map<String, String> examples) {
        final var hidden = samples.size() - SHOWN_PER_CLASS;
        return new Row(
                className,
                examples.getOrDefault(className, ""),
                samples.stream().limit(SHOWN_PER_CLASS).toList(),
                hidden > 0 ? "and " + Format.count(hidden) + " more" : "");
    }

    private static Sample sample(final ResultRow row, final byte[] image, final String probability) {
        final var asked = row.text(Columns.CLASS).orElse("?");
        final var seen = row.text(Columns.PREDICTION).orElse("?");
        final var title = "asked for " + asked + ", the classifier sees " + seen + ", P(" + asked + ") = "
                + Format.probability(row.number(probability));
        return new Sample(Format.image(image), asked.equals(seen), seen, title);
    }

    /** The first real image of each class that a reader read. */
    private static Map<String, String> examples(final RunResult run) {
        final var examples = new LinkedHashMap<String, String>();
        run.table(NodeKind.READER, 1, Columns.IMAGE, Columns.LABEL).ifPresent(table -> table.rows()
                .forEach(row -> row.image(Columns.IMAGE).ifPresent(image -> row.text(Columns.LABEL)
                        .ifPresent(label -> examples.computeIfAbsent(label, name -> Format.image(image))))));
        return examples;
    }
}
