package org.jointdiffusion.runtime.sampling;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.model.JointModel;

/** What a model's own classifier says about clean or noisy images, calibrated with the model's temperature. */
public final class ClassProbabilities {

    private final JointNetwork network;

    private final int classes;

    private final double temperature;

    private final int batchSize;

    private final Runnable checkpoint;

    /**
     * Uses the network until its owner closes it.
     *
     * @param checkpoint runs before every call of the network; ends the work by an exception when the user has
     *     cancelled
     */
    public ClassProbabilities(final JointNetwork network, final JointModel model, final Runnable checkpoint) {
        this.network = network;
        this.classes = model.specification().classNames().size();
        this.temperature = model.temperature();
        this.batchSize = BatchSizes.automatic(network);
        this.checkpoint = checkpoint;
    }

    /** The probabilities of each image's classes, n x classes. */
    public double[][] of(final List<PixelImage> images) {
        return of(ImageTensors.toNetwork(images), 0);
    }

    /**
     * The probabilities of noisy images.
     *
     * @param images n x channels x height x width
     * @param timestep the noise level of all images, in 0 .. T-1
     * @return n x classes
     */
    public double[][] of(final float[] images, final int timestep) {
        final int size = network.configuration().image().size();
        final double[][] probabilities = new double[images.length / size][];
        for (int from = 0; from < probabilities.length; from += batchSize) {
            checkpoint.run();
            final int to = Math.min(probabilities.length, from + batchSize);
            final int[] timesteps = new int[to - from];
            Arrays.fill(timesteps, timestep);
            final float[] logits = network.logits(Arrays.copyOfRange(images, from * size, to * size), timesteps);
            for (int row = from; row < to; row++) {
                probabilities[row] = Calibration.softmax(logits, row - from, classes, temperature);
            }
        }
        return probabilities;
    }
}
