package org.jointdiffusion.runtime.prediction;

import java.util.List;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.GuidanceShares;
import org.jointdiffusion.runtime.engine.GuidedNoise;
import org.jointdiffusion.runtime.engine.ImageGradient;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** Denoises as if the only image in the world were mid grey, 0: all that it sees must be noise. */
record GreyWorldNetwork(ImageShape shape, double[] alphaBars) implements JointNetwork {

    @Override
    public NetworkConfiguration configuration() {
        return new NetworkConfiguration(shape, 2, 8, List.of(1), 1, List.of(), 2, 1, 0, 0);
    }

    @Override
    public Device device() {
        return Device.cpu();
    }

    @Override
    public float[] noise(final float[] images, final int[] timesteps) {
        final float[] noise = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            noise[i] = (float) (images[i] / Math.sqrt(1 - alphaBars[timesteps[i / shape.size()]]));
        }
        return noise;
    }

    @Override
    public float[] logits(final float[] images, final int[] timesteps) {
        throw new UnsupportedOperationException("It only denoises.");
    }

    @Override
    public float[] representation(final float[] images, final int[] timesteps) {
        throw new UnsupportedOperationException("It only denoises.");
    }

    @Override
    public GuidedNoise guidedNoise(
            final float[] images, final int[] timesteps, final int[] desiredClasses, final GuidanceShares guidance) {
        throw new UnsupportedOperationException("It only denoises.");
    }

    @Override
    public ImageGradient imageGradient(final float[] images, final int[] timesteps, final int[] desiredClasses) {
        throw new UnsupportedOperationException("It only denoises.");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
