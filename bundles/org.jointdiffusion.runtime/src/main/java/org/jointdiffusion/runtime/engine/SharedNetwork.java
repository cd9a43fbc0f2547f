package org.jointdiffusion.runtime.engine;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** The joint network with one set of unpacked weights, run in turns of its device. */
final class SharedNetwork {

    private final NetworkConfiguration configuration;
    private final LoadedWeights weights;

    /** A network of unpacked weights, which it owns. */
    SharedNetwork(final NetworkConfiguration configuration, final LoadedWeights weights) {
        this.configuration = configuration;
        this.weights = weights;
    }

    NetworkConfiguration configuration() {
        return configuration;
    }

    Device device() {
        return weights.device();
    }

    /** Runs a method of (images, timesteps, parameters) and gives its result. */
    float[] map(final String method, final float[] images, final int[] timesteps) {
        return byRows(images, timesteps, (call, from, to) -> call.list(weights.parameters())
                        .run(method))
                .get(0);
    }

    /** The steered noise. */
    GuidedNoise guidedNoise(
            final float[] images, final int[] timesteps, final int[] classes, final GuidanceShares shares) {
        checkClasses(classes, timesteps.length);
        final String method = shares.kind() == GuidanceKind.IMAGE ? "guide_image" : "guide_representation";
        final List<float[]> results =
                byRows(images, timesteps, (call, from, to) -> call.integers(Arrays.copyOfRange(classes, from, to))
                        .real(shares.ofNoise())
                        .real(shares.ofGradient())
                        .list(weights.parameters())
                        .run(method));
        return new GuidedNoise(results.get(0), results.get(1));
    }

    /** The gradient with respect to the images. */
    ImageGradient imageGradient(final float[] images, final int[] timesteps, final int[] classes) {
        checkClasses(classes, timesteps.length);
        final List<float[]> results =
                byRows(images, timesteps, (call, from, to) -> call.integers(Arrays.copyOfRange(classes, from, to))
                        .list(weights.parameters())
                        .run("image_gradient"));
        return new ImageGradient(results.get(0), results.get(1));
    }

    /** Gives back the unpacked weights in a later turn of the device, without waiting for it. */
    void release() {
        weights.release();
    }

    private List<float[]> byRows(final float[] images, final int[] timesteps, final LoadedWeights.RowsCall work) {
        final ImageShape shape = configuration.image();
        final int rows = timesteps.length;
        if (images.length != rows * shape.size()) {
            throw new IllegalArgumentException(rows + " images of " + shape + " have " + rows * shape.size()
                    + " values, not " + images.length + ".");
        }
        return weights.inTurnByRows(
                rows,
                (call, from, to) -> work.make(
                        call.reals(
                                        Arrays.copyOfRange(images, from * shape.size(), to * shape.size()),
                                        to - from,
                                        shape.channels(),
                                        shape.height(),
                                        shape.width())
                                .integers(Arrays.copyOfRange(timesteps, from, to)),
                        from,
                        to));
    }

    private void checkClasses(final int[] classes, final int rows) {
        if (classes.length != rows) {
            throw new IllegalArgumentException(
                    "There are " + classes.length + " desired classes for " + rows + " rows.");
        }
        for (final int desired : classes) {
            if (desired < 0 || desired >= configuration.classes()) {
                throw new IllegalArgumentException("There is no class number " + desired + "; the model has "
                        + configuration.classes() + " classes.");
            }
        }
    }
}
