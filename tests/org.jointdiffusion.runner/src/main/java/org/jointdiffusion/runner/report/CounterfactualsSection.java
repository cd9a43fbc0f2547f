package org.jointdiffusion.runner.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The counterfactuals of one Explainer, a card each.
 *
 * @param node the node's name
 * @param sentence how many reached their class, in words
 * @param view the name of the file with the node's interactive view; empty for none
 * @param cards the counterfactuals
 * @param more how many more there are than are shown, in words; empty for none
 */
record CounterfactualsSection(String node, String sentence, String view, List<Card> cards, String more) {

    private static final int SHOWN = 100;

    /**
     * One counterfactual.
     *
     * @param key the RowID
     * @param before the class of the original
     * @param desired the class that was asked for
     * @param after the class of the counterfactual
     * @param label the true class if the input table had one and it is not the class before, else empty
     * @param valid whether the class that was asked for was reached
     * @param verdicts what the oracle adds; empty without one
     * @param change mean change, for sorting
     * @param images original, counterfactual, heat map and overlay
     * @param probabilities of the class before and of the desired class
     * @param figures size of the change in words
     */
    record Card(
            String key,
            String before,
            String desired,
            String after,
            String label,
            boolean valid,
            List<VerdictBadge> verdicts,
            String change,
            List<Picture> images,
            List<Probability> probabilities,
            String figures) {}

    /** A picture as a data address with its caption and its text alternative. */
    record Picture(String source, String caption, String alternative) {}

    /** A class whose probability went from one value to another; positions are percentages of the track. */
    record Probability(
            String className, String before, String after, String left, String width, String start, String end) {}

    /** One section for each Explainer that explained at least one image. */
    static List<CounterfactualsSection> of(final RunResult run) {
        final var target = labelColumn(run);
        return run.nodes(NodeKind.EXPLAINER).stream()
                .filter(node -> node.table(1)
                        .filter(table -> table.has(Columns.ORIGINAL, Columns.COUNTERFACTUAL, Columns.SUCCESS))
                        .isPresent())
                .map(node -> section(node, run.viewFile(node).orElse(""), target))
                .filter(section -> !section.cards().isEmpty())
                .toList();
    }

    /** The column with the true classes: the Learner's target, or without a Learner what a Scorer compared. */
    private static String labelColumn(final RunResult run) {
        return setting(run, NodeKind.LEARNER, "targetColumn")
                .or(() -> setting(run, NodeKind.SCORER, "first"))
                .orElse("");
    }

    private static Optional<String> setting(final RunResult run, final NodeKind kind, final String key) {
        return run.nodes(kind).stream()
                .flatMap(node -> Optional.ofNullable(node.settings().get(key)).stream())
                .findFirst();
    }

    private static CounterfactualsSection section(final NodeResult explainer, final String view, final String target) {
        final var table = explainer.table(1).orElseThrow();
        final var explained = table.rows().stream()
                .filter(row -> row.image(Columns.COUNTERFACTUAL).isPresent())
                .toList();
        final var hidden = explained.size() - SHOWN;
        return new CounterfactualsSection(
                explainer.name(),
                String.format(
                        Locale.ENGLISH,
                        "%s of %s images reach the class that was asked for, judged by the model itself after the "
                                + "pixels were rounded to 8 bit.",
                        Format.count(table.countTrue(Columns.SUCCESS)),
                        Format.count(explained.size())),
                view,
                explained.stream().limit(SHOWN).map(row -> card(row, target)).toList(),
                hidden > 0 ? "and " + Format.count(hidden) + " more" : "");
    }

    private static Card card(final ResultRow row, final String target) {
        final var before = row.text(Columns.CLASS_BEFORE).orElse("?");
        final var desired = row.text(Columns.DESIRED_CLASS).orElse("?");
        final var after = row.text(Columns.CLASS_AFTER).orElse("?");
        return new Card(
                row.key(),
                before,
                desired,
                after,
                row.text(target).filter(label -> !label.equals(before)).orElse(""),
                row.truth(Columns.SUCCESS).orElse(false),
                VerdictBadge.of(row),
                String.format(
                        Locale.ROOT, "%.6f", row.number(Columns.MEAN_CHANGE).orElse(1)),
                pictures(row, before, after),
                List.of(
                        probability(
                                before,
                                row.number(Columns.BEFORE_IN_ORIGINAL),
                                row.number(Columns.BEFORE_IN_COUNTERFACTUAL)),
                        probability(
                                desired,
                                row.number(Columns.DESIRED_IN_ORIGINAL),
                                row.number(Columns.DESIRED_IN_COUNTERFACTUAL))),
                Format.percent(row.number(Columns.PIXELS_CHANGED)) + " of the pixels in "
                        + regions(row.number(Columns.REGIONS)) + ", mean change "
                        + Format.percent(row.number(Columns.MEAN_CHANGE)) + ", confidence "
                        + Format.probability(row.number(Columns.CONFIDENCE)));
    }

    private static List<Picture> pictures(final ResultRow row, final String before, final String after) {
        return Stream.of(
                        picture(row, Columns.ORIGINAL, "original", "the original, seen as " + before),
                        picture(row, Columns.COUNTERFACTUAL, "changed", "the counterfactual, seen as " + after),
                        picture(row, Columns.DIFFERENCE, "difference", "heat map of the difference"),
                        picture(row, Columns.OVERLAY, "overlay", "heat map over the original"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Picture> picture(
            final ResultRow row, final String column, final String caption, final String alternative) {
        return row.image(column)
                .map(image -> new Picture(Format.image(image), caption, row.key() + ": " + alternative));
    }

    private static Probability probability(
            final String className, final OptionalDouble before, final OptionalDouble after) {
        final var from = before.orElse(0);
        final var to = after.orElse(0);
        return new Probability(
                className,
                Format.probability(before),
                Format.probability(after),
                position(Math.min(from, to)),
                position(Math.abs(to - from)),
                position(from),
                position(to));
    }

    private static String position(final double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * Math.max(0, Math.min(1, share)));
    }

    private static String regions(final OptionalDouble regions) {
        final var count = (long) regions.orElse(0);
        return count == 1 ? "1 region" : Format.count(count) + " regions";
    }
}
