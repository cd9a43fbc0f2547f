package org.jointdiffusion.runtime.prediction;

import java.util.List;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;

/** The pooled representation of images: what the classifier decides by (paper, section "Joint Diffusion Models"). */
public final class Representation {

    private final JointNetwork network;

    private final Runnable checkpoint;

    /**
     * Uses the network until its owner closes it.
     *
     * @param checkpoint runs before every call of the network; ends the work by an exception when the user has
     *     cancelled
     */
    public Representation(final JointNetwork network, final Runnable checkpoint) {
        this.network = network;
        this.checkpoint = checkpoint;
    }

    /**
     * The representation z_0 of images without noise.
     *
     * @param images images of the model's shape
     * @return one array for each image, in their order: the mean of every channel of every output of the encoder, the
     *     middle block's last
     */
    public float[][] of(final List<PixelImage> images) {
        final float[][] features = new float[images.size()][];
        final int batch = Classifier.automaticBatchSize(network.configuration());
        for (int from = 0; from < features.length; from += batch) {
            checkpoint.run();
            final List<PixelImage> part = images.subList(from, Math.min(features.length, from + batch));
            final float[] all = network.representation(ImageTensors.toNetwork(part), new int[part.size()]);
            final int width = all.length / part.size();
            for (int row = 0; row < part.size(); row++) {
                features[from + row] = new float[width];
                System.arraycopy(all, row * width, features[from + row], 0, width);
            }
        }
        return features;
    }
}
