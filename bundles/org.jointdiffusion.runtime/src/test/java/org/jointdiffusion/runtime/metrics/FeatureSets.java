package org.jointdiffusion.runtime.metrics;

import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/** Random feature vectors and what one can do to them. */
final class FeatureSets {

    private FeatureSets() {}

    /** Independent standard normal features. */
    static FeatureVectors gaussian(final long seed, final int count, final int width) {
        final float[] values = new float[count * width];
        new KeyedNoise(seed).gaussian(0, 0, values, 0, values.length);
        return new FeatureVectors(values, width);
    }

    /**
     * Vectors with a mean of exactly 0 and a covariance of exactly diag(s_1^2, s_2^2, ..), in floating point: one on
     * either end of each axis.
     */
    static FeatureVectors axes(final double... deviations) {
        final int width = deviations.length;
        final float[] values = new float[2 * width * width];
        for (int i = 0; i < width; i++) {
            // the sum of squares over 2 width vectors, divided by 2 width - 1
            final double end = deviations[i] * Math.sqrt((2 * width - 1) / 2.0);
            values[2 * i * width + i] = (float) end;
            values[(2 * i + 1) * width + i] = (float) -end;
        }
        return new FeatureVectors(values, width);
    }

    /** The same vectors, all moved by the same amount. */
    static FeatureVectors shifted(final FeatureVectors set, final double... shift) {
        final float[] values = set.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) shift[i % shift.length];
        }
        return new FeatureVectors(values, set.width());
    }

    /** The same vectors, turned in the plane of the first two features. */
    static FeatureVectors turned(final FeatureVectors set, final double angle) {
        final float[] values = set.values().clone();
        for (int row = 0; row < values.length; row += set.width()) {
            final double x = values[row];
            final double y = values[row + 1];
            values[row] = (float) (x * Math.cos(angle) - y * Math.sin(angle));
            values[row + 1] = (float) (x * Math.sin(angle) + y * Math.cos(angle));
        }
        return new FeatureVectors(values, set.width());
    }

    /** The same vectors from the last to the first. */
    static FeatureVectors reversed(final FeatureVectors set) {
        final int[] rows = new int[set.count()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows.length - 1 - i;
        }
        return set.select(rows);
    }
}
