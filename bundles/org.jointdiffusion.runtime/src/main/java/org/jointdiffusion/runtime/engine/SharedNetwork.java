package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.function.Function;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * A program with one set of unpacked weights, run in turns of its device.
 *
 * <p>It owns the unpacked weights; native memory is given back on the device's thread.
 */
final class SharedNetwork {

    private final DeviceQueue queue;
    private final NetworkConfiguration configuration;
    private final NativeProgram program;
    private final NDList parameters;
    private final Runnable afterRelease;

    /**
     * Wraps unpacked weights; to be called on the device's thread.
     *
     * @param parameters the result of {@link #unpack}
     * @param afterRelease runs when the weights are given back
     */
    SharedNetwork(
            final DeviceQueue queue,
            final NetworkConfiguration configuration,
            final NativeProgram program,
            final NDList parameters,
            final Runnable afterRelease) {
        this.queue = queue;
        this.configuration = configuration;
        this.program = program;
        this.parameters = parameters;
        this.afterRelease = afterRelease;
    }

    /** The program's list of parameters, made from the flat array; it belongs to the program's manager. */
    static NDList unpack(final NativeProgram program, final NDArray flat) {
        try (NativeCall call = program.newCall()) {
            // the unpacked views keep the copy's memory, so that later changes of the original do not reach them
            final NDList parameters = call.copy(flat).run("unpack");
            parameters.forEach(parameter -> parameter.setName("P[]"));
            parameters.attach(program.manager());
            return parameters;
        }
    }

    NetworkConfiguration configuration() {
        return configuration;
    }

    /** Runs a method of (images, timesteps, parameters) and gives its result. */
    float[] map(final String method, final float[] images, final int[] timesteps) {
        return inTurn(
                images,
                timesteps,
                call -> NativeCall.floats(call.list(parameters).run(method).get(0)));
    }

    /** The steered noise. */
    GuidedNoise guidedNoise(final float[] images, final int[] timesteps, final int[] classes, final Guidance guidance) {
        checkClasses(classes, timesteps.length);
        final String method = guidance.kind() == GuidanceKind.IMAGE ? "guide_image" : "guide_representation";
        return inTurn(images, timesteps, call -> {
            final NDList results = call.integers(classes)
                    .real(guidance.strength())
                    .list(parameters)
                    .run(method);
            return new GuidedNoise(NativeCall.floats(results.get(0)), NativeCall.floats(results.get(1)));
        });
    }

    /** The gradient with respect to the images. */
    ImageGradient imageGradient(final float[] images, final int[] timesteps, final int[] classes) {
        checkClasses(classes, timesteps.length);
        return inTurn(images, timesteps, call -> {
            final NDList results = call.integers(classes).list(parameters).run("image_gradient");
            return new ImageGradient(NativeCall.floats(results.get(0)), NativeCall.floats(results.get(1)));
        });
    }

    /** Gives back the unpacked weights in a later turn of the device, without waiting for it. */
    void release() {
        queue.submit(() -> {
            parameters.close();
            afterRelease.run();
        });
    }

    private <T> T inTurn(final float[] images, final int[] timesteps, final Function<NativeCall, T> work) {
        final ImageShape shape = configuration.image();
        final int rows = timesteps.length;
        if (images.length != rows * shape.size()) {
            throw new IllegalArgumentException(rows + " images of " + shape + " have " + rows * shape.size()
                    + " values, not " + images.length + ".");
        }
        return queue.call(() -> {
            try (NativeCall call = program.newCall()) {
                call.reals(images, rows, shape.channels(), shape.height(), shape.width())
                        .integers(timesteps);
                return work.apply(call);
            }
        });
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
