package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.TrainingState;
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
    private final RowLimit limit;

    /** Read by other threads than the device's. */
    private volatile int rowsAtOnce;

    /**
     * Starts a training; on the device's thread.
     *
     * @param limit how many rows of a batch can be computed at once
     * @param program a loaded program of the network, which the training owns
     */
    TrainingRun(
            final DeviceQueue queue,
            final RowLimit limit,
            final NativeProgram program,
            final NetworkConfiguration configuration,
            final Precision precision,
            final TrainingState start,
            final float[] average) {
        this.queue = queue;
        this.limit = limit;
        rowsAtOnce = limit.most();
        this.configuration = configuration;
        this.precision = precision;
        masks = new NetworkProgram(configuration, Precisions.arithmetic(precision)).masks();
        state = new TrainedState(queue, program, start, average);
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
     * Computes the gradients of larger batches part by part and adds them up: the same step with less memory.
     *
     * @param rows the largest number of rows of a part, at least 1; at first as many as the device can compute
     */
    public void limitRowsAtOnce(final int rows) {
        rowsAtOnce = Math.min(rows, limit.most());
    }

    /** The largest number of rows of a part: what was set, or less when the device had too little memory for it. */
    public int rowsAtOnce() {
        return rowsAtOnce;
    }

    /**
     * Takes one step of AdamW on the joint loss and updates the moving average.
     *
     * <p>The average starts with a short memory and lengthens it. A step whose gradient is not finite changes nothing.
     * Where the device has too little memory for all rows, by estimate or because the step failed, half as many are
     * computed at once, down to one.
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
        final int fitting = limit.fitting().applyAsInt(Math.min(rowsAtOnce, batch.rows()));
        if (fitting < Math.min(rowsAtOnce, batch.rows())) {
            rowsAtOnce = fitting;
        }
        while (true) {
            final int rows = Math.min(rowsAtOnce, batch.rows());
            try {
                return isWhole(batch) ? whole(batch, settings) : inParts(batch, settings);
            } catch (final ai.djl.engine.EngineException exception) {
                if (rows == 1 || !NativeFailure.isOutOfMemory(exception)) {
                    throw exception;
                }
                rowsAtOnce = (rows + 1) / 2;
            }
        }
    }

    private boolean isWhole(final TrainingBatch batch) {
        return rowsAtOnce >= batch.rows() && lanes(batch) == 1;
    }

    /** How many parts of the batch are computed at the same time: together they have no more rows than allowed. */
    private int lanes(final TrainingBatch batch) {
        return Math.min(rowsAtOnce, queue.lanes().parts(batch.rows()));
    }

    private StepLosses whole(final TrainingBatch batch, final StepSettings settings) {
        try (NativeCall call = state.newCall()) {
            give(call, batch, settings.diffusionWeight(), settings.classificationWeight());
            return StepLosses.of(state.step(call, settings.update()));
        }
    }

    private StepLosses inParts(final TrainingBatch batch, final StepSettings settings) {
        try (NDArray gradient = state.zeros();
                NativeCall call = state.newCall()) {
            final StepLosses losses =
                    accumulate(batch, settings.diffusionWeight(), settings.classificationWeight(), gradient);
            state.improve(call.array(gradient).array(state.onDevice()), settings.update());
            return losses;
        }
    }

    /**
     * Adds the gradient of a batch to the given one: each lane adds up its own, so that equal steps give equal sums.
     */
    private StepLosses accumulate(
            final TrainingBatch batch,
            final double diffusionWeight,
            final double classificationWeight,
            final NDArray gradient) {
        final int count = lanes(batch);
        if (count == 1) {
            return accumulate(batch, 0, batch.rows(), rowsAtOnce, diffusionWeight, classificationWeight, gradient);
        }
        try (NDList gradients = new NDList()) {
            final List<Supplier<StepLosses>> parts = new ArrayList<>();
            for (int lane = 0; lane < count; lane++) {
                final NDArray own = state.zeros();
                gradients.add(own);
                final int from = batch.rows() * lane / count;
                final int to = batch.rows() * (lane + 1) / count;
                parts.add(() ->
                        accumulate(batch, from, to, rowsAtOnce / count, diffusionWeight, classificationWeight, own));
            }
            StepLosses losses = StepLosses.NONE;
            for (final StepLosses part : queue.lanes().run(parts)) {
                losses = losses.plus(part, 1);
            }
            gradients.forEach(gradient::addi);
            return losses;
        }
    }

    /** Adds the gradient of some rows of a batch, so many rows at once. */
    private StepLosses accumulate(
            final TrainingBatch batch,
            final int first,
            final int last,
            final int atOnce,
            final double diffusionWeight,
            final double classificationWeight,
            final NDArray gradient) {
        StepLosses losses = StepLosses.NONE;
        for (int from = first; from < last; from += Math.min(atOnce, last - from)) {
            final int to = from + Math.min(atOnce, last - from);
            final double share = (to - from) / (double) batch.rows();
            try (NativeCall call = state.newCall()) {
                give(call, batch.part(from, to, masks), share * diffusionWeight, classificationWeight);
                final NDList results = call.array(gradient).run("accumulate");
                losses = losses.plus(StepLosses.of(NativeCall.floats(results.get(0))), share);
            }
        }
        return losses;
    }

    /** The joint loss and its gradient at the present weights in full precision: for tests. */
    LossGradient gradient(final TrainingBatch batch, final double diffusionWeight, final double classificationWeight) {
        return queue.call(() -> {
            if (!isWhole(batch)) {
                try (NDArray gradient = state.zeros()) {
                    final StepLosses losses = accumulate(batch, diffusionWeight, classificationWeight, gradient);
                    return new LossGradient(losses.joint(), NativeCall.doubles(gradient));
                }
            }
            try (NativeCall call = state.newCall()) {
                give(call, batch, diffusionWeight, classificationWeight);
                final NDList results = call.run("gradient");
                return new LossGradient(NativeCall.doubles(results.get(1))[0], NativeCall.doubles(results.get(0)));
            }
        });
    }

    /**
     * Goes on from another state, such as that of the last good step.
     *
     * @param start the weights and the moments; copied
     * @param average the moving average of the weights; copied
     */
    public void restart(final TrainingState start, final float[] average) {
        state.restart(start, average);
    }

    /** The weights and the moments as they are, with which another training can go on. */
    public TrainingState state() {
        return state.download();
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

    /** To a call that is to be closed already: the memory of the first inputs goes back when a later one has none. */
    private void give(
            final NativeCall call,
            final TrainingBatch batch,
            final double diffusionWeight,
            final double classificationWeight) {
        final int rows = batch.rows();
        final ImageShape image = configuration.image();
        final long[] shape = {rows, image.channels(), image.height(), image.width()};
        // the program expects an array of masks even when nothing is dropped
        final float[] drops = masks.isEmpty() ? new float[1] : batch.masks();
        call.reals(batch.images(), shape)
                .reals(batch.variations(), shape)
                .reals(batch.noise(), shape)
                .reals(batch.signal(), rows, 1, 1, 1)
                .reals(batch.sigma(), rows, 1, 1, 1)
                .integers(batch.timesteps())
                .integers(batch.labels())
                .reals(batch.importance(), rows)
                .reals(drops, drops.length)
                .array(state.onDevice())
                .settings(diffusionWeight, classificationWeight);
    }
}
