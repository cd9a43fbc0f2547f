package org.jointdiffusion.runtime.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How sure a classifier is against how often it is right, in bins of equal width (Guo et al. 2017, "On Calibration of
 * Modern Neural Networks", figure 1); immutable.
 *
 * @param bins the bins by rising confidence; bin i holds the rows whose most probable class has a probability in [i, i
 *     + 1) / {@value #BINS}, the last one also those of probability 1
 */
public record ReliabilityDiagram(List<Bin> bins) {

    /** The number of bins. */
    public static final int BINS = 15;

    /**
     * Some rows of similar confidence.
     *
     * @param rows their number
     * @param confidence the mean probability of their most probable class, NaN without rows
     * @param accuracy the share of them whose most probable class is the true one, NaN without rows
     */
    public record Bin(long rows, double confidence, double accuracy) {}

    /** Copies the bins. */
    public ReliabilityDiagram {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts predictions into bins.
     *
     * @param logits n x classes
     * @param labels the true class of each row, or -1 to leave it out
     * @param temperature what divides the logits before softmax, above 0
     */
    public static ReliabilityDiagram of(
            final float[] logits, final int[] labels, final int classes, final double temperature) {
        final long[] rows = new long[BINS];
        final long[] right = new long[BINS];
        final double[] confidences = new double[BINS];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] >= 0) {
                final double[] probabilities = Calibration.softmax(logits, row, classes, temperature);
                final int predicted = Calibration.mostProbable(probabilities);
                final int bin = Math.min(BINS - 1, (int) (probabilities[predicted] * BINS));
                rows[bin]++;
                right[bin] += predicted == labels[row] ? 1 : 0;
                confidences[bin] += probabilities[predicted];
            }
        }
        final List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new Bin(rows[bin], confidences[bin] / rows[bin], (double) right[bin] / rows[bin]));
        }
        return new ReliabilityDiagram(bins);
    }

    /**
     * How far confidence and accuracy are apart, on average over the bins weighted by their rows (Guo et al. 2017, eq.
     * 3); in [0, 1], NaN without rows.
     */
    public double expectedCalibrationError() {
        long rows = 0;
        double sum = 0;
        for (final Bin bin : bins) {
            if (bin.rows() > 0) {
                rows += bin.rows();
                sum += bin.rows() * Math.abs(bin.confidence() - bin.accuracy());
            }
        }
        return sum / rows;
    }
}
