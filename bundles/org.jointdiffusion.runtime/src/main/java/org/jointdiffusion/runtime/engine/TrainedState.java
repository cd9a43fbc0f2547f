package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a training changes, on a device: the weights, the moments of AdamW and the moving average of the weights.
 *
 * <p>It owns the program; closing it gives back all native memory.
 */
final class TrainedState implements AutoCloseable {

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final DeviceQueue queue;
    private final NativeProgram program;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final NDArray weights;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final NDArray average;
    private long steps;

    /** The state before the first step; on the device's thread. Where memory is missing, the program is closed. */
    TrainedState(final DeviceQueue queue, final NativeProgram program, final float[] start) {
        this.queue = queue;
        this.program = program;
        final NDManager manager = program.manager();
        try {
            weights = program.reals(manager, start, new Shape(start.length));
            firstMoment = weights.zerosLike();
            secondMoment = weights.zerosLike();
            average = weights.duplicate();
        } catch (final RuntimeException exception) {
            program.close();
            throw exception;
        }
    }

    /** Opens a call; throws {@link IllegalStateException} once the training is closed. */
    NativeCall newCall() {
        if (closed.get()) {
            throw new IllegalStateException("This training is closed.");
        }
        return program.newCall();
    }

    /** The flat weights, on the device. */
    NDArray onDevice() {
        return weights;
    }

    /**
     * Takes one step; on the device's thread.
     *
     * <p>The average starts with a short memory and lengthens it, so that the first weights are soon forgotten: after k
     * steps the decay is at most (1 + k) / (10 + k). A step whose gradient is not finite changes nothing.
     *
     * @param call holds what the program's {@code step} takes before the moments
     * @return what the program measured
     */
    float[] step(final NativeCall call, final AdamWSettings settings) {
        final long step = steps + 1;
        final double decay = Math.min(settings.averageDecay(), (1.0 + step) / (10.0 + step));
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
        return parts;
    }

    /** The weights as they are. */
    float[] weights() {
        return queue.call(() -> NativeCall.floats(weights));
    }

    /** The moving average of the weights as it is. */
    float[] averagedWeights() {
        return queue.call(() -> NativeCall.floats(average));
    }

    /** A copy of the moving average, ready for use; to be released before this is closed. */
    LoadedWeights averaged() {
        return queue.call(() -> new LoadedWeights(queue, program, average, () -> {}));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            queue.submit(program::close);
        }
    }
}
