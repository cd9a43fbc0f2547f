package org.jointdiffusion.runtime.metrics;

/**
 * Makes a classifier's probabilities mean what they say.
 *
 * <p>One temperature divides the logits before softmax; it changes no prediction, only how sure it is (Guo et al. 2017,
 * "On Calibration of Modern Neural Networks", section 4.2). Logits are flat, n x classes; rows labelled -1 are left
 * out.
 */
public final class Calibration {

    /** Temperatures are searched between 1 / LIMIT and LIMIT. */
    private static final double LIMIT = 20;

    private Calibration() {}

    /**
     * The temperature with the smallest negative log-likelihood, within [0.05, 20]; 1 without labelled rows.
     *
     * @param logits n x classes
     * @param labels the true class of each row, or -1
     */
    public static double fitTemperature(final float[] logits, final int[] labels, final int classes) {
        if (labelled(labels) == 0) {
            return 1;
        }
        // The likelihood is concave in 1 / temperature, so its slope has one change of sign: halve the interval.
        double low = Math.log(1 / LIMIT);
        double high = Math.log(LIMIT);
        for (int step = 0; step < 50; step++) {
            final double middle = (low + high) / 2;
            if (slope(logits, labels, classes, Math.exp(middle)) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.exp(-(low + high) / 2);
    }

    /**
     * The mean negative log-likelihood of the true classes, in nats; NaN without labelled rows.
     *
     * @param logits n x classes
     * @param labels the true class of each row, or -1
     */
    public static double negativeLogLikelihood(
            final float[] logits, final int[] labels, final int classes, final double temperature) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] >= 0) {
                sum -= logSoftmax(logits, row, classes, temperature)[labels[row]];
            }
        }
        return sum / labelled(labels);
    }

    /**
     * The expected calibration error of a {@link ReliabilityDiagram}; in [0, 1], NaN without labelled rows.
     *
     * @param logits n x classes
     * @param labels the true class of each row, or -1
     */
    public static double expectedCalibrationError(
            final float[] logits, final int[] labels, final int classes, final double temperature) {
        return ReliabilityDiagram.of(logits, labels, classes, temperature).expectedCalibrationError();
    }

    /**
     * The probabilities of one row.
     *
     * @param logits n x classes
     * @param temperature above 0
     * @return one probability for each class; they sum to 1
     */
    public static double[] softmax(final float[] logits, final int row, final int classes, final double temperature) {
        final double[] probabilities = logSoftmax(logits, row, classes, temperature);
        for (int i = 0; i < classes; i++) {
            probabilities[i] = Math.exp(probabilities[i]);
        }
        return probabilities;
    }

    /** The index of the largest probability; the first of equal ones. */
    public static int mostProbable(final double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double[] logSoftmax(
            final float[] logits, final int row, final int classes, final double temperature) {
        final double[] values = new double[classes];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            values[i] = logits[row * classes + i] / temperature;
            largest = Math.max(largest, values[i]);
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            values[i] -= largest;
            sum += Math.exp(values[i]);
        }
        final double normalizer = Math.log(sum);
        for (int i = 0; i < classes; i++) {
            values[i] -= normalizer;
        }
        return values;
    }

    /** The derivative of the negative log-likelihood with respect to the inverse temperature. */
    private static double slope(
            final float[] logits, final int[] labels, final int classes, final double inverseTemperature) {
        double slope = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] >= 0) {
                final double[] probabilities = softmax(logits, row, classes, 1 / inverseTemperature);
                for (int i = 0; i < classes; i++) {
                    final double target = i == labels[row] ? 1 : 0;
                    slope += (probabilities[i] - target) * logits[row * classes + i];
                }
            }
        }
        return slope;
    }

    private static int labelled(final int[] labels) {
        int count = 0;
        for (final int label : labels) {
            if (label >= 0) {
                count++;
            }
        }
        return count;
    }
}
