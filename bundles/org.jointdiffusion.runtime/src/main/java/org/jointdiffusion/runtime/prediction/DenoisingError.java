package org.jointdiffusion.runtime.prediction;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * How badly a model predicts the noise of an image: large for images unlike those it was trained on.
 *
 * <p>It is the diffusion loss of the one image (DDPM, eq. 14), averaged over a fixed set of noise levels and draws.
 * Every image meets the same noise, so that its error depends on the model and the image alone.
 */
public final class DenoisingError {

    /** Noise levels as shares of T: below, almost nothing is asked; above, almost nothing of the image is left. */
    private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

    private static final int DRAWS = 2;

    private static final KeyedNoise NOISE = new KeyedNoise(0).forPurpose("denoising error");

    private final JointNetwork network;

    private final double[] alphaBars;

    private final Runnable checkpoint;

    /**
     * Uses the network until its owner closes it.
     *
     * @param schedule the model's
     * @param checkpoint runs before every call of the network; ends the work by an exception when the user has
     *     cancelled
     */
    public DenoisingError(final JointNetwork network, final NoiseSchedule schedule, final Runnable checkpoint) {
        this.network = network;
        this.alphaBars = schedule.alphaBars();
        this.checkpoint = checkpoint;
    }

    /**
     * The error of each image: the mean squared error of the predicted standard normal noise, at least 0.
     *
     * @param images images of the model's shape
     */
    public double[] of(final List<PixelImage> images) {
        final int batch = Classifier.automaticBatchSize(network.configuration());
        final double[] errors = new double[images.size()];
        for (int from = 0; from < errors.length; from += batch) {
            final int to = Math.min(errors.length, from + batch);
            final float[] clean = ImageTensors.toNetwork(images.subList(from, to));
            for (int index = 0; index < LEVELS.length * DRAWS; index++) {
                checkpoint.run();
                final int timestep = (int) Math.round(LEVELS[index / DRAWS] * (alphaBars.length - 1));
                add(clean, timestep, noise(index), errors, from);
            }
        }
        return Arrays.stream(errors).map(sum -> sum / (LEVELS.length * DRAWS)).toArray();
    }

    private float[] noise(final int index) {
        final float[] noise = new float[network.configuration().image().size()];
        NOISE.gaussian(0, index, noise, 0, noise.length);
        return noise;
    }

    private void add(
            final float[] clean, final int timestep, final float[] noise, final double[] errors, final int from) {
        final float signal = (float) Math.sqrt(alphaBars[timestep]);
        final float deviation = (float) Math.sqrt(1 - alphaBars[timestep]);
        final float[] noisy = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            noisy[i] = signal * clean[i] + deviation * noise[i % noise.length];
        }
        final int[] timesteps = new int[clean.length / noise.length];
        Arrays.fill(timesteps, timestep);
        final float[] predicted = network.noise(noisy, timesteps);
        for (int i = 0; i < predicted.length; i++) {
            final double error = predicted[i] - noise[i % noise.length];
            errors[from + i / noise.length] += error * error / noise.length;
        }
    }
}
