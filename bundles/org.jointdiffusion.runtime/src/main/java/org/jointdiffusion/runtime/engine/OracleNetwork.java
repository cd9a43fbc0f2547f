package org.jointdiffusion.runtime.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.OracleConfiguration;

/**
 * An oracle with its weights, loaded on a device; closing it gives back its memory there.
 *
 * <p>Images are flat arrays in the order row, channel, height, width with values in [-1, 1]. Each call takes one fair
 * turn on the device and may be made from any thread.
 */
public final class OracleNetwork implements AutoCloseable {

    private final OracleConfiguration configuration;
    private final LoadedWeights weights;
    private final AtomicBoolean closed = new AtomicBoolean();

    OracleNetwork(final OracleConfiguration configuration, final LoadedWeights weights) {
        this.configuration = configuration;
        this.weights = weights;
    }

    /** The shape of the oracle. */
    public OracleConfiguration configuration() {
        return configuration;
    }

    /** The classes' outputs before softmax, n x classes. */
    public float[] logits(final float[] images) {
        return run("logits", images);
    }

    /** What the last linear map sees, n x {@link OracleConfiguration#FEATURES}. */
    public float[] features(final float[] images) {
        return run("features", images);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            weights.release();
        }
    }

    private float[] run(final String method, final float[] images) {
        if (closed.get()) {
            throw new IllegalStateException("This oracle is closed.");
        }
        final ImageShape shape = configuration.image();
        if (images.length % shape.size() != 0) {
            throw new IllegalArgumentException(
                    images.length + " values are not a whole number of images of " + shape + ".");
        }
        final int rows = images.length / shape.size();
        return weights.inTurnByRows(rows, (call, from, to) -> call.reals(
                                Arrays.copyOfRange(images, from * shape.size(), to * shape.size()),
                                to - from,
                                shape.channels(),
                                shape.height(),
                                shape.width())
                        .list(weights.parameters())
                        .run(method))
                .get(0);
    }
}
