package org.jointdiffusion.runtime.image;

/** Scales one side of an image: area averages where it shrinks, linear interpolation where it grows. */
final class AxisScaling {

    private final int from;

    private final int to;

    /** For each target position the first source position it depends on. */
    private final int[] starts;

    /** For each target position the weights of the source positions from its start on; they sum to 1. */
    private final float[][] weights;

    AxisScaling(final int from, final int to) {
        this.from = from;
        this.to = to;
        starts = new int[to];
        weights = new float[to][];
        for (int i = 0; i < to; i++) {
            if (to < from) {
                area(i);
            } else {
                interpolation(i);
            }
        }
    }

    /** Scales each row of a plane of {@code height} rows and {@code from} columns. */
    float[] scaleRows(final float[] plane, final int height) {
        final float[] scaled = new float[height * to];
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < to; i++) {
                scaled[row * to + i] = weighted(plane, row * from + starts[i], 1, weights[i]);
            }
        }
        return scaled;
    }

    /** Scales each column of a plane of {@code from} rows and {@code width} columns. */
    float[] scaleColumns(final float[] plane, final int width) {
        final float[] scaled = new float[to * width];
        for (int i = 0; i < to; i++) {
            for (int column = 0; column < width; column++) {
                scaled[i * width + column] = weighted(plane, starts[i] * width + column, width, weights[i]);
            }
        }
        return scaled;
    }

    private static float weighted(final float[] values, final int start, final int step, final float[] weights) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[start + i * step];
        }
        return sum;
    }

    private void area(final int target) {
        final double low = (double) target * from / to;
        final double high = (double) (target + 1) * from / to;
        final int start = (int) low;
        final int end = Math.min(from, (int) Math.ceil(high));
        starts[target] = start;
        weights[target] = new float[end - start];
        for (int i = start; i < end; i++) {
            final double overlap = Math.min(high, i + 1.0) - Math.max(low, i);
            weights[target][i - start] = (float) (overlap / (high - low));
        }
    }

    private void interpolation(final int target) {
        final double centre = (target + 0.5) * from / to - 0.5;
        final double position = Math.max(0, Math.min(from - 1.0, centre));
        final int start = Math.min((int) position, Math.max(0, from - 2));
        final float share = (float) (position - start);
        starts[target] = start;
        weights[target] = from == 1 ? new float[] {1} : new float[] {1 - share, share};
    }
}
