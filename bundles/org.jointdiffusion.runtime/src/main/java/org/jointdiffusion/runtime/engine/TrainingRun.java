package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDList;
import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;

/**
 * One training: the weights, the moments of AdamW and the moving average of the weights, on a device.
 *
 * <p>Each step takes one fair turn on the device; several trainings may run at once and do not influence each other.
 * Closing it gives back its native memory.
 */
public final class TrainingRun implements AutoCloseable {

    private final DeviceQueue queue;
    private final NetworkConfiguration configuration;
    private final List<DropoutMask> masks;
    private final Precision precision;
    private final TrainedState state;

    /** Starts a training; on the device's thread. */
    TrainingRun(
            final DeviceContext context,
            final NetworkConfiguration configuration,
            final Precision precision,
            final float[] start) {
        final NetworkProgram description = new NetworkProgram(configuration, Precisions.arithmetic(precision));
        queue = context.queue();
        this.configuration = configuration;
        this.precision = precision;
        masks = description.masks();
        state = new TrainedState(queue, context.open(description.text(), precision), start);
    }

    /** The precision of the arithmetic, never {@link Precision#AUTOMATIC}. */
    public Precision precision() {
        return precision;
    }

    /** Where this network drops values; a batch carries one mask for each, in this order. */
    public List<DropoutMask> masks() {
        return masks;
    }

    /**
     * Takes one step of AdamW on the joint loss and updates the moving average.
     *
     * <p>The average starts with a short memory and lengthens it. A step whose gradient is not finite changes nothing.
     *
     * @return the losses before the step; not finite when the training has diverged
     */
    public StepLosses step(final TrainingBatch batch, final StepSettings settings) {
        return begin(batch, settings).await(() -> {});
    }

    /**
     * Begins a step without waiting for it, so that the caller can prepare the next batch meanwhile.
     *
     * @return the step; to be awaited before the next one begins
     */
    public PendingStep<StepLosses> begin(final TrainingBatch batch, final StepSettings settings) {
        return new PendingStep<>(queue.begin(() -> take(batch, settings)));
    }

    private StepLosses take(final TrainingBatch batch, final StepSettings settings) {
        try (NativeCall call = newCall(batch, settings.diffusionWeight(), settings.classificationWeight())) {
            final float[] parts = state.step(call, settings.update());
            return new StepLosses(parts[0], parts[1], parts[2], parts[3], Math.round(parts[4]));
        }
    }

    /** The joint loss and its gradient at the present weights in full precision: for tests. */
    LossGradient gradient(final TrainingBatch batch, final double diffusionWeight, final double classificationWeight) {
        return queue.call(() -> {
            try (NativeCall call = newCall(batch, diffusionWeight, classificationWeight)) {
                final NDList results = call.run("gradient");
                return new LossGradient(NativeCall.doubles(results.get(1))[0], NativeCall.doubles(results.get(0)));
            }
        });
    }

    /** The weights as they are. */
    public float[] weights() {
        return state.weights();
    }

    /** The moving average of the weights: what is validated, kept and saved. */
    public float[] averagedWeights() {
        return state.averagedWeights();
    }

    /**
     * The network with the averaged weights as they are now; later steps do not change it. To be closed before the run.
     */
    public JointNetwork averagedNetwork() {
        final SharedNetwork network = new SharedNetwork(configuration, state.averaged());
        return new NetworkHold(network, network::release);
    }

    @Override
    public void close() {
        state.close();
    }

    private NativeCall newCall(
            final TrainingBatch batch, final double diffusionWeight, final double classificationWeight) {
        final int rows = batch.rows();
        final ImageShape image = configuration.image();
        final long[] shape = {rows, image.channels(), image.height(), image.width()};
        // the program expects an array of masks even when nothing is dropped
        final float[] drops = masks.isEmpty() ? new float[1] : batch.masks();
        return state.newCall()
                .reals(batch.images(), shape)
                .reals(batch.variations(), shape)
                .reals(batch.noise(), shape)
                .reals(batch.signal(), rows, 1, 1, 1)
                .reals(batch.sigma(), rows, 1, 1, 1)
                .integers(batch.timesteps())
                .integers(batch.labels())
                .reals(drops, drops.length)
                .array(state.onDevice())
                .settings(diffusionWeight, classificationWeight);
    }
}
