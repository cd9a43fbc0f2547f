package org.jointdiffusion.runtime.metrics;

/**
 * A set of images as a network's features: what distances between sets of images are measured in.
 *
 * @param values n x width, one image after the other; not to be changed
 * @param width the number of features of an image, at least 1
 */
public record FeatureVectors(float[] values, int width) {

    /** Checks the numbers; throws {@link IllegalArgumentException} that says which one does not fit. */
    public FeatureVectors {
        if (width < 1 || values.length % width != 0) {
            throw new IllegalArgumentException(
                    values.length + " numbers are not a whole number of vectors of " + width + " features.");
        }
        for (final float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Features are finite numbers, not " + value + ".");
            }
        }
    }

    /** The number of images. */
    public int count() {
        return values.length / width;
    }

    /** The vectors of the given rows, in their order; a row may be named several times. */
    public FeatureVectors select(final int[] rows) {
        final float[] selected = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, selected, i * width, width);
        }
        return new FeatureVectors(selected, width);
    }

    /** The squared Euclidean distance between a row of this set and one of another of the same width. */
    double squaredDistance(final int row, final FeatureVectors other, final int otherRow) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            final double difference = (double) values[row * width + i] - other.values[otherRow * width + i];
            sum += difference * difference;
        }
        return sum;
    }

    /** Refuses sets of other features. */
    void requireSameWidth(final FeatureVectors other) {
        if (width != other.width) {
            throw new IllegalArgumentException(
                    "Only vectors of the same features can be compared, not of " + width + " and " + other.width + ".");
        }
    }
}
