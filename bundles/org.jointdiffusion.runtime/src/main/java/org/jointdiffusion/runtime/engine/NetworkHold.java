package org.jointdiffusion.runtime.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** One user's hold on a network that others may share. */
final class NetworkHold implements JointNetwork {

    private final SharedNetwork network;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A hold.
     *
     * @param release runs once, when the hold is closed
     */
    NetworkHold(final SharedNetwork network, final Runnable release) {
        this.network = network;
        this.release = release;
    }

    @Override
    public NetworkConfiguration configuration() {
        return network.configuration();
    }

    @Override
    public Device device() {
        return network.device();
    }

    @Override
    public float[] noise(final float[] images, final int[] timesteps) {
        return open().map("noise", images, timesteps);
    }

    @Override
    public float[] logits(final float[] images, final int[] timesteps) {
        return open().map("logits", images, timesteps);
    }

    @Override
    public float[] representation(final float[] images, final int[] timesteps) {
        return open().map("representation", images, timesteps);
    }

    @Override
    public GuidedNoise guidedNoise(
            final float[] images, final int[] timesteps, final int[] desiredClasses, final GuidanceShares shares) {
        if (shares.kind() == GuidanceKind.NONE) {
            return new GuidedNoise(noise(images, timesteps), logits(images, timesteps));
        }
        return open().guidedNoise(images, timesteps, desiredClasses, shares);
    }

    @Override
    public ImageGradient imageGradient(final float[] images, final int[] timesteps, final int[] desiredClasses) {
        return open().imageGradient(images, timesteps, desiredClasses);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }

    private SharedNetwork open() {
        if (closed.get()) {
            throw new IllegalStateException("This network is closed.");
        }
        return network;
    }
}
