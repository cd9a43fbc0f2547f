package org.knime.base.node.mine.scorer.accuracy;

import java.util.stream.IntStream;

/**
 * How often each pair of values occurs.
 *
 * @param counts rows of the first column's values, columns of the second column's
 */
record ConfusionCounts(int[][] counts) {

    int truePositives(final int value) {
        return counts[value][value];
    }

    int falsePositives(final int value) {
        return columnSum(value) - counts[value][value];
    }

    int falseNegatives(final int value) {
        return rowSum(value) - counts[value][value];
    }

    int trueNegatives(final int value) {
        return total() - rowSum(value) - columnSum(value) + counts[value][value];
    }

    int total() {
        return values().map(this::rowSum).sum();
    }

    /** Returns the share of equal pairs; NaN without any pair. */
    double accuracy() {
        return values().map(this::truePositives).sum() / (double) total();
    }

    /** Returns how much better than chance the agreement is (Cohen 1960); NaN if chance alone would always agree. */
    double kappa() {
        final double total = total();
        final double chance = values().mapToDouble(value -> rowSum(value) / total * (columnSum(value) / total))
                .sum();
        return (accuracy() - chance) / (1 - chance);
    }

    private IntStream values() {
        return IntStream.range(0, counts.length);
    }

    private int rowSum(final int row) {
        return IntStream.of(counts[row]).sum();
    }

    private int columnSum(final int column) {
        return values().map(row -> counts[row][column]).sum();
    }
}
