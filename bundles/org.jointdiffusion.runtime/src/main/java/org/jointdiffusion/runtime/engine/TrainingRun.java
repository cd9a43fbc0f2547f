package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final DeviceQueue queue;
    private final NetworkConfiguration configuration;
    private final List<DropoutMask> masks;
    private final Precision precision;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final NativeProgram program;
    private final NDArray weights;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final NDArray average;
    private long steps;

    /** Starts a training; on the device's thread. */
    TrainingRun(
            final DeviceQueue queue,
            final ai.djl.Device device,
            final NetworkConfiguration configuration,
            final Precision precision,
            final float[] start) {
        final NetworkProgram description = new NetworkProgram(configuration, Precisions.arithmetic(precision));
        this.queue = queue;
        this.configuration = configuration;
        this.precision = precision;
        masks = description.masks();
        program = new NativeProgram(description.text(), Precisions.arithmetic(precision), device);
        final NDManager manager = program.manager();
        weights = program.reals(manager, start, new Shape(start.length));
        firstMoment = weights.zerosLike();
        secondMoment = weights.zerosLike();
        average = weights.duplicate();
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
     * <p>The average starts with a short memory and lengthens it, so that the first weights are soon forgotten: after k
     * steps the decay is at most (1 + k) / (10 + k). A step whose gradient is not finite changes nothing.
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
    public PendingStep begin(final TrainingBatch batch, final StepSettings settings) {
        return new PendingStep(queue.begin(() -> take(batch, settings)));
    }

    private StepLosses take(final TrainingBatch batch, final StepSettings settings) {
        final long step = steps + 1;
        final double decay = Math.min(settings.averageDecay(), (1.0 + step) / (10.0 + step));
        try (NativeCall call = newCall(batch, settings.classificationWeight())) {
            final float[] parts = NativeCall.floats(call.array(firstMoment)
                    .array(secondMoment)
                    .array(average)
                    .settings(
                            settings.learningRate(),
                            FIRST_DECAY,
                            SECOND_DECAY,
                            EPSILON,
                            settings.weightDecay(),
                            1 - Math.pow(FIRST_DECAY, step),
                            Math.sqrt(1 - Math.pow(SECOND_DECAY, step)),
                            1 - decay,
                            settings.gradientLimit())
                    .run("step")
                    .get(0));
            steps = step;
            return new StepLosses(parts[0], parts[1], parts[2], parts[3], Math.round(parts[4]));
        }
    }

    /** The joint loss and its gradient at the present weights in full precision: for tests. */
    LossGradient gradient(final TrainingBatch batch, final double classificationWeight) {
        return queue.call(() -> {
            try (NativeCall call = newCall(batch, classificationWeight)) {
                final NDList results = call.run("gradient");
                return new LossGradient(NativeCall.doubles(results.get(1))[0], NativeCall.doubles(results.get(0)));
            }
        });
    }

    /** The weights as they are. */
    public float[] weights() {
        return queue.call(() -> NativeCall.floats(weights));
    }

    /** The moving average of the weights: what is validated, kept and saved. */
    public float[] averagedWeights() {
        return queue.call(() -> NativeCall.floats(average));
    }

    /**
     * The network with the averaged weights as they are now; later steps do not change it. To be closed before the run.
     */
    public JointNetwork averagedNetwork() {
        return queue.call(() -> {
            final SharedNetwork network =
                    new SharedNetwork(queue, configuration, program, SharedNetwork.unpack(program, average), () -> {});
            return new NetworkHold(network, network::release);
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            queue.submit(program::close);
        }
    }

    private NativeCall newCall(final TrainingBatch batch, final double classificationWeight) {
        if (closed.get()) {
            throw new IllegalStateException("This training is closed.");
        }
        final int rows = batch.rows();
        final ImageShape image = configuration.image();
        final long[] shape = {rows, image.channels(), image.height(), image.width()};
        // the program expects an array of masks even when nothing is dropped
        final float[] drops = masks.isEmpty() ? new float[1] : batch.masks();
        return program.newCall()
                .reals(batch.images(), shape)
                .reals(batch.variations(), shape)
                .reals(batch.noise(), shape)
                .reals(batch.signal(), rows, 1, 1, 1)
                .reals(batch.sigma(), rows, 1, 1, 1)
                .integers(batch.timesteps())
                .integers(batch.labels())
                .reals(drops, drops.length)
                .array(weights)
                .real(classificationWeight);
    }
}
