package org.jointdiffusion.runtime.scoring;

import java.util.List;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.prediction.Representation;

/**
 * The model's own pooled representation z_0, of which only the last part is taken: the output of the middle block, the
 * deepest and smallest. Distances in it are optimistic, since guidance moved the samples by the same network.
 *
 * @param network stays its owner's to close
 * @param checkpoint runs before every call of the network; ends the work by an exception
 */
record RepresentationSpace(JointNetwork network, Runnable checkpoint) implements FeatureSpace {

    @Override
    public String description() {
        return width() + " features of the model's own representation (the middle of its network)";
    }

    @Override
    public FeatureVectors of(final List<PixelImage> images) {
        final int width = width();
        final float[] features = new float[images.size() * width];
        final float[][] representation = new Representation(network, checkpoint).of(images);
        for (int row = 0; row < representation.length; row++) {
            System.arraycopy(representation[row], representation[row].length - width, features, row * width, width);
        }
        return new FeatureVectors(features, width);
    }

    private int width() {
        final NetworkConfiguration configuration = network.configuration();
        return configuration.channels()
                * configuration.multipliers().get(configuration.multipliers().size() - 1);
    }
}
