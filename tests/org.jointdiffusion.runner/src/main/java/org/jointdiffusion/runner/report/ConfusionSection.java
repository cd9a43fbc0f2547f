package org.jointdiffusion.runner.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jointdiffusion.runner.figures.Confusion;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The confusion matrix of one Scorer as a heat table.
 *
 * @param node the node's name
 * @param sentence the accuracy in words
 * @param classNames the columns
 * @param rows one row for each true class
 * @param precisions share of the images named with a class that are of it, for each column
 * @param accuracy the share of images named correctly
 */
record ConfusionSection(
        String node,
        String sentence,
        List<String> classNames,
        List<Row> rows,
        List<String> precisions,
        String accuracy) {

    /** A true class, its cells and the share of its images that were named correctly. */
    record Row(String className, List<Cell> cells, String recall) {}

    /**
     * A cell of the matrix.
     *
     * @param count the number of images, empty for none
     * @param shade opacity of the cell's colour, on [0, 1], as a CSS number
     * @param style CSS classes: {@code right} on the diagonal, {@code wrong} off it, {@code strong} when dark
     * @param title the tooltip
     */
    record Cell(String count, String shade, String style, String title) {}

    /** One section for each Scorer that compared at least one image. */
    static List<ConfusionSection> of(final RunResult run) {
        return run.nodes(NodeKind.SCORER).stream()
                .filter(node -> node.table(1)
                        .map(Confusion::of)
                        .filter(matrix -> matrix.total() > 0)
                        .isPresent())
                .map(ConfusionSection::of)
                .toList();
    }

    private static ConfusionSection of(final NodeResult scorer) {
        final var matrix = Confusion.of(scorer.table(1).orElseThrow());
        final var classes = IntStream.range(0, matrix.classNames().size());
        final var sentence = String.format(
                Locale.ENGLISH,
                "%s of %s test images were named correctly (%s).",
                Format.count(matrix.correct()),
                Format.count(matrix.total()),
                Format.percent(matrix.accuracy()));
        return new ConfusionSection(
                scorer.name(),
                sentence,
                matrix.classNames(),
                classes.mapToObj(trueClass -> row(matrix, trueClass)).toList(),
                IntStream.range(0, matrix.classNames().size())
                        .mapToObj(predicted -> Format.percent(matrix.precision(predicted)))
                        .toList(),
                Format.percent(matrix.accuracy()));
    }

    private static Row row(final Confusion matrix, final int trueClass) {
        return new Row(
                matrix.classNames().get(trueClass),
                IntStream.range(0, matrix.classNames().size())
                        .mapToObj(predicted -> cell(matrix, trueClass, predicted))
                        .toList(),
                Format.percent(matrix.recall(trueClass)));
    }

    private static Cell cell(final Confusion matrix, final int trueClass, final int predicted) {
        final long count = matrix.counts().get(trueClass).get(predicted);
        final var share = (double) count / Math.max(1, matrix.total(trueClass));
        final var style = (trueClass == predicted ? "right" : "wrong") + (share > 0.55 ? " strong" : "");
        return new Cell(
                count == 0 ? "" : Format.count(count),
                // a root, so that rare confusions can be seen at all
                String.format(Locale.ROOT, "%.3f", 0.9 * Math.sqrt(share)),
                style,
                String.format(
                        Locale.ENGLISH,
                        "%s of %s images of %s were named %s",
                        Format.count(count),
                        Format.count(matrix.total(trueClass)),
                        matrix.classNames().get(trueClass),
                        matrix.classNames().get(predicted)));
    }
}
