package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDList;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.OracleProgram;

/** The training of one oracle on a device. Each step takes one fair turn; closing it gives back its native memory. */
public final class OracleRun implements AutoCloseable {

    private final DeviceQueue queue;
    private final OracleConfiguration configuration;
    private final Precision precision;
    private final TrainedState state;

    /** Starts a training; on the device's thread. */
    OracleRun(
            final DeviceContext context,
            final OracleConfiguration configuration,
            final Precision precision,
            final float[] start) {
        queue = context.queue();
        this.configuration = configuration;
        this.precision = precision;
        final String text = new OracleProgram(configuration, Precisions.arithmetic(precision)).text();
        state = new TrainedState(queue, context.open(text, precision), start);
    }

    /** The precision of the arithmetic, never {@link Precision#AUTOMATIC}. */
    public Precision precision() {
        return precision;
    }

    /**
     * Begins a step of AdamW on the mean cross entropy without waiting for it, so that the caller can prepare the next
     * batch meanwhile.
     *
     * @return the step; to be awaited before the next one begins
     */
    public PendingStep<OracleLoss> begin(final OracleBatch batch, final AdamWSettings settings) {
        return new PendingStep<>(queue.begin(() -> {
            try (NativeCall call = state.newCall()) {
                give(call, batch);
                final float[] parts = state.step(call, settings);
                return new OracleLoss(parts[0], Math.round(parts[1]));
            }
        }));
    }

    /** The loss and its gradient at the present weights: for tests. */
    LossGradient gradient(final OracleBatch batch) {
        return queue.call(() -> {
            try (NativeCall call = state.newCall()) {
                give(call, batch);
                final NDList results = call.run("gradient");
                return new LossGradient(NativeCall.doubles(results.get(1))[0], NativeCall.doubles(results.get(0)));
            }
        });
    }

    /** The weights as they are. */
    public float[] weights() {
        return state.weights();
    }

    /** The moving average of the weights: what judges. */
    public float[] averagedWeights() {
        return state.averagedWeights();
    }

    @Override
    public void close() {
        state.close();
    }

    private void give(final NativeCall call, final OracleBatch batch) {
        final ImageShape image = configuration.image();
        call.reals(batch.images(), batch.rows(), image.channels(), image.height(), image.width())
                .integers(batch.labels())
                .array(state.onDevice());
    }
}
