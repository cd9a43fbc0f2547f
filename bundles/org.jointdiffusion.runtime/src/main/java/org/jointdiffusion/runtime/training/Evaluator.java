package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;

/** Runs a network on held-out rows; noise and timesteps are the same every time, so that results can be compared. */
final class Evaluator {

    private static final int CHUNK = 64;
    private static final Augmentation NO_VARIATION = new Augmentation(Augmentation.Flip.NEVER, 0);

    private final TrainingImages data;
    private final AugmentedImages images;
    private final int[] rows;
    private final float[] classWeights;
    private final DiffusionTimes times;
    private final KeyedNoise noise;

    /**
     * An evaluation of rows.
     *
     * @param rows labelled rows
     * @param classWeights how much a row of each class counts in the classification loss
     */
    Evaluator(
            final TrainingImages data,
            final int[] rows,
            final float[] classWeights,
            final NoiseSchedule schedule,
            final long seed) {
        this.data = data;
        this.rows = rows;
        this.classWeights = classWeights;
        images = new AugmentedImages(data, NO_VARIATION, seed);
        times = DiffusionTimes.spread(schedule, rows.length, 0.5 / Math.max(1, rows.length));
        noise = new KeyedNoise(seed).forPurpose("validation noise");
    }

    /** Whether there is anything to evaluate. */
    boolean hasRows() {
        return rows.length > 0;
    }

    /** Both losses and the accuracy. */
    Evaluation evaluate(final JointNetwork network, final ProgressMonitor monitor) {
        if (rows.length == 0) {
            return Evaluation.NONE;
        }
        double squares = 0;
        final int size = data.shape().size();
        for (int from = 0; from < rows.length; from += CHUNK) {
            monitor.checkCancelled();
            squares += squaredErrors(network, from, Math.min(rows.length, from + CHUNK));
        }
        final float[] logits = logits(network, monitor);
        final double accuracy = ConfusionMatrix.of(data.classNames(), labels(), predictions(logits))
                .accuracy();
        return new Evaluation(squares / ((double) rows.length * size), weighedCrossEntropy(logits), accuracy);
    }

    /** The classifier's outputs for the rows without noise, n x classes. */
    float[] logits(final JointNetwork network, final ProgressMonitor monitor) {
        final float[] logits = new float[rows.length * classes()];
        for (int from = 0; from < rows.length; from += CHUNK) {
            monitor.checkCancelled();
            final int to = Math.min(rows.length, from + CHUNK);
            final float[] part = network.logits(plain(from, to), new int[to - from]);
            System.arraycopy(part, 0, logits, from * classes(), part.length);
        }
        return logits;
    }

    /** The classes of the rows. */
    int[] labels() {
        return Arrays.stream(rows).map(row -> data.labels()[row]).toArray();
    }

    /** The most likely class of each row. */
    int[] predictions(final float[] logits) {
        final int[] predictions = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int index = 1; index < classes(); index++) {
                if (logits[row * classes() + index] > logits[row * classes() + predictions[row]]) {
                    predictions[row] = index;
                }
            }
        }
        return predictions;
    }

    /** The mean in which a row counts as much as in training. */
    private double weighedCrossEntropy(final float[] logits) {
        final int[] labels = labels();
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < labels.length; row++) {
            final float[] own = Arrays.copyOfRange(logits, row * classes(), (row + 1) * classes());
            final double weight = classWeights[labels[row]];
            sum += weight * Calibration.negativeLogLikelihood(own, new int[] {labels[row]}, classes(), 1);
            weights += weight;
        }
        return sum / weights;
    }

    private int classes() {
        return data.classNames().size();
    }

    private double squaredErrors(final JointNetwork network, final int from, final int to) {
        final int size = data.shape().size();
        final float[] noisy = plain(from, to);
        final float[] wanted = new float[noisy.length];
        for (int row = from; row < to; row++) {
            final int start = (row - from) * size;
            noise.gaussian(rows[row], 0, wanted, start, size);
            for (int index = start; index < start + size; index++) {
                noisy[index] = times.signal()[row] * noisy[index] + times.sigma()[row] * wanted[index];
            }
        }
        final float[] predicted = network.noise(noisy, Arrays.copyOfRange(times.timesteps(), from, to));
        double sum = 0;
        for (int index = 0; index < wanted.length; index++) {
            final double error = predicted[index] - wanted[index];
            sum += error * error;
        }
        return sum;
    }

    private float[] plain(final int from, final int to) {
        final float[] values = new float[(to - from) * data.shape().size()];
        for (int row = from; row < to; row++) {
            images.plain(rows[row], values, row - from);
        }
        return values;
    }
}
