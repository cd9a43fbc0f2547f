package org.jointdiffusion.runtime.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * How often each class was taken for which; immutable.
 *
 * @param classNames the classes, in the order of rows and columns
 * @param counts the number of images by true class (row) and predicted class (column), none negative
 */
public record ConfusionMatrix(List<String> classNames, long[][] counts) {

    /** Copies both; throws {@link IllegalArgumentException} when the counts are not square or negative. */
    public ConfusionMatrix {
        classNames = List.copyOf(classNames);
        counts = copy(counts);
        final int classes = classNames.size();
        if (counts.length != classes || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
            throw new IllegalArgumentException(
                    "The counts of " + classes + " classes are " + classes + " x " + classes + " numbers.");
        }
        if (Arrays.stream(counts).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("The counts of a confusion matrix are not negative.");
        }
    }

    /**
     * Counts predictions.
     *
     * @param actual the true class of each image; -1 leaves the image out
     * @param predicted the predicted class of each image
     */
    public static ConfusionMatrix of(final List<String> classNames, final int[] actual, final int[] predicted) {
        final long[][] counts = new long[classNames.size()][classNames.size()];
        for (int row = 0; row < actual.length; row++) {
            if (actual[row] >= 0) {
                counts[actual[row]][predicted[row]]++;
            }
        }
        return new ConfusionMatrix(classNames, counts);
    }

    /** A copy of the counts by true class (row) and predicted class (column). */
    @Override
    public long[][] counts() {
        return copy(counts);
    }

    /** The number of images counted. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** The share of images whose class was predicted; NaN without images. */
    public double accuracy() {
        long correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i][i];
        }
        return (double) correct / total();
    }

    /** The mean of the {@link #recall} of the classes that occur; NaN without images. */
    public double balancedAccuracy() {
        double sum = 0;
        int occurring = 0;
        for (int label = 0; label < counts.length; label++) {
            if (images(label) > 0) {
                sum += recall(label);
                occurring++;
            }
        }
        return sum / occurring;
    }

    /** The number of images of a class. */
    public long images(final int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /** The number of images that were taken for a class. */
    public long predicted(final int label) {
        return Arrays.stream(counts).mapToLong(row -> row[label]).sum();
    }

    /** The share of a class's images that was recognised; NaN without any. */
    public double recall(final int label) {
        return (double) counts[label][label] / images(label);
    }

    /** The share of the images taken for a class that belong to it; NaN when none was. */
    public double precision(final int label) {
        return (double) counts[label][label] / predicted(label);
    }

    /**
     * The harmonic mean of precision and recall (F1); 0 when only one of them is defined, NaN when the class neither
     * occurs nor is predicted.
     */
    public double f1(final int label) {
        return 2.0 * counts[label][label] / (images(label) + predicted(label));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ConfusionMatrix matrix
                && classNames.equals(matrix.classNames)
                && Arrays.deepEquals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return 31 * classNames.hashCode() + Arrays.deepHashCode(counts);
    }

    private static long[][] copy(final long[][] counts) {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }
}
