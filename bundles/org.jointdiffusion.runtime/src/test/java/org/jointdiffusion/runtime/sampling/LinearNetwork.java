package org.jointdiffusion.runtime.sampling;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.GuidanceShares;
import org.jointdiffusion.runtime.engine.GuidedNoise;
import org.jointdiffusion.runtime.engine.ImageGradient;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * A network without a network: the exact noise of independent normal pixels around grey, and a linear classifier whose
 * gradient is known.
 *
 * <p>Class c has the logit {@code steepness * mean of the pixels of part c}, the image being cut into as many equal
 * parts as there are classes: an image belongs to the class whose part is brightest.
 */
public final class LinearNetwork implements JointNetwork {

    private static final double DEVIATION = 0.3;

    private final NetworkConfiguration configuration;

    private final double steepness;

    private int largestBatch;

    /** A network for images of the given shape. */
    public LinearNetwork(final ImageShape shape, final int classes, final double steepness) {
        this.configuration = new NetworkConfiguration(shape, classes, 32, List.of(1, 2), 1, List.of(), 4, 1, 0, 0);
        this.steepness = steepness;
    }

    /** The model that the network seems to be loaded from. */
    public JointModel model(final double temperature) {
        final List<String> names = IntStream.range(0, configuration.classes())
                .mapToObj(i -> "class " + i)
                .toList();
        return new JointModel(
                new ModelSpecification(configuration, NoiseSchedule.DEFAULT, "label", names),
                new float[0],
                temperature,
                new ModelCard(Map.of()));
    }

    /** The largest number of rows that a call had so far. */
    public int largestBatch() {
        return largestBatch;
    }

    @Override
    public NetworkConfiguration configuration() {
        return configuration;
    }

    @Override
    public Device device() {
        return Device.cpu();
    }

    @Override
    public float[] noise(final float[] images, final int[] timesteps) {
        largestBatch = Math.max(largestBatch, timesteps.length);
        return AnalyticDenoisers.normal(0, DEVIATION).noise(images, timesteps[0]);
    }

    @Override
    public float[] logits(final float[] images, final int[] timesteps) {
        final int size = configuration.image().size();
        final int classes = configuration.classes();
        final float[] logits = new float[timesteps.length * classes];
        for (int row = 0; row < timesteps.length; row++) {
            for (int i = 0; i < size; i++) {
                logits[row * classes + part(i)] += (float) (steepness * images[row * size + i] * classes / size);
            }
        }
        return logits;
    }

    private int part(final int position) {
        return Math.min(
                configuration.classes() - 1,
                position * configuration.classes() / configuration.image().size());
    }

    @Override
    public float[] representation(final float[] images, final int[] timesteps) {
        return logits(images, timesteps);
    }

    @Override
    public GuidedNoise guidedNoise(
            final float[] images, final int[] timesteps, final int[] desiredClasses, final GuidanceShares shares) {
        final float[] noise = noise(images, timesteps);
        final ImageGradient gradient = imageGradient(images, timesteps, desiredClasses);
        final int size = configuration.image().size();
        for (int row = 0; row < timesteps.length; row++) {
            final double factor = shares.ofGradient()
                    + shares.ofNoise() * norm(noise, row, size) / Math.max(1e-12, norm(gradient.gradient(), row, size));
            for (int i = row * size; i < (row + 1) * size; i++) {
                noise[i] += (float) (factor * gradient.gradient()[i]);
            }
        }
        return new GuidedNoise(noise, gradient.logits());
    }

    private static double norm(final float[] values, final int row, final int size) {
        double sum = 0;
        for (int i = row * size; i < (row + 1) * size; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    @Override
    public ImageGradient imageGradient(final float[] images, final int[] timesteps, final int[] desiredClasses) {
        final int size = configuration.image().size();
        final int classes = configuration.classes();
        final float[] logits = logits(images, timesteps);
        final float[] gradient = new float[images.length];
        for (int row = 0; row < timesteps.length; row++) {
            final double[] probabilities = Calibration.softmax(logits, row, classes, 1);
            probabilities[desiredClasses[row]] -= 1;
            for (int i = 0; i < size; i++) {
                gradient[row * size + i] = (float) (probabilities[part(i)] * steepness * classes / size);
            }
        }
        return new ImageGradient(gradient, logits);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
