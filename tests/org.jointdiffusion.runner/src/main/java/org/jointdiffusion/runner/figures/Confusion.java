package org.jointdiffusion.runner.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runner.result.ResultTable;

/**
 * The confusion matrix that KNIME's Scorer writes: RowIDs are the true classes, columns the predicted ones.
 *
 * @param classNames the classes, in the order of rows and columns
 * @param counts number of images by true class and predicted class
 */
public record Confusion(List<String> classNames, List<List<Long>> counts) {

    /** Reads the first output table of a Scorer; cells that are missing count as zero. */
    public static Confusion of(final ResultTable table) {
        final var counts = table.rows().stream()
                .map(row -> table.columns().stream()
                        .map(column -> (long) row.number(column).orElse(0))
                        .toList())
                .toList();
        return new Confusion(table.columns(), counts);
    }

    /** The number of images. */
    public long total() {
        return IntStream.range(0, counts.size()).mapToLong(this::total).sum();
    }

    /** The number of images of a true class. */
    public long total(final int trueClass) {
        return counts.get(trueClass).stream().mapToLong(Long::longValue).sum();
    }

    /** The number of images that were named correctly. */
    public long correct() {
        return IntStream.range(0, counts.size())
                .mapToLong(index -> counts.get(index).get(index))
                .sum();
    }

    /** The share of images that were named correctly, on [0, 1]. */
    public double accuracy() {
        return (double) correct() / total();
    }

    /** The mean over the true classes of the share that was named correctly, on [0, 1]. */
    public double balancedAccuracy() {
        return IntStream.range(0, counts.size())
                .filter(index -> total(index) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(Double.NaN);
    }

    /** The share of the images of a true class that were named correctly, on [0, 1]; NaN without images. */
    public double recall(final int trueClass) {
        return (double) counts.get(trueClass).get(trueClass) / total(trueClass);
    }

    /** The share of the images named with a class that are of it, on [0, 1]; NaN without such images. */
    public double precision(final int predictedClass) {
        final var named =
                counts.stream().mapToLong(row -> row.get(predictedClass)).sum();
        return (double) counts.get(predictedClass).get(predictedClass) / named;
    }
}
