package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jointdiffusion.runtime.model.TrainingState;

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
    private NDArray weights;
    private NDArray firstMoment;
    private NDArray secondMoment;
    private NDArray average;
    private long steps;

    /** The state before the first step; on the device's thread. Where memory is missing, the program is closed. */
    TrainedState(final DeviceQueue queue, final NativeProgram program, final float[] start) {
        this(queue, program, TrainingState.begin(start), start);
    }

    /** The state of an earlier training and its average; on the device's thread. */
    TrainedState(
            final DeviceQueue queue,
            final NativeProgram program,
            final TrainingState start,
            final float[] startAverage) {
        this.queue = queue;
        this.program = program;
        try {
            upload(start, startAverage);
        } catch (final RuntimeException exception) {
            program.close();
            throw exception;
        }
    }

    /** Takes another state in place of the present one, in a turn of the device. */
    void restart(final TrainingState start, final float[] startAverage) {
        queue.call(() -> {
            weights.close();
            firstMoment.close();
            secondMoment.close();
            average.close();
            upload(start, startAverage);
            return start;
        });
    }

    private void upload(final TrainingState start, final float[] startAverage) {
        weights = array(start.weights());
        firstMoment = array(start.firstMoment());
        secondMoment = array(start.secondMoment());
        average = array(startAverage);
        steps = start.steps();
    }

    private NDArray array(final float[] values) {
        return program.reals(program.manager(), values, new Shape(values.length));
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

    /** Zeros in which a gradient can be added up; to be closed by the caller; on the device's thread. */
    NDArray zeros() {
        return weights.zerosLike();
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
        return NativeCall.floats(finish("step", call, settings));
    }

    /**
     * Ends a step whose gradient is known; on the device's thread.
     *
     * @param call holds the gradient and the weights
     */
    void improve(final NativeCall call, final AdamWSettings settings) {
        finish("improve", call, settings);
    }

    private NDArray finish(final String method, final NativeCall call, final AdamWSettings settings) {
        final long step = steps + 1;
        final double decay = Math.min(settings.averageDecay(), (1.0 + step) / (10.0 + step));
        final NDArray result = call.array(firstMoment)
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
                .run(method)
                .get(0);
        steps = step;
        return result;
    }

    /** The weights as they are. */
    float[] weights() {
        return queue.call(() -> NativeCall.floats(weights));
    }

    /** The moving average of the weights as it is. */
    float[] averagedWeights() {
        return queue.call(() -> NativeCall.floats(average));
    }

    /** The weights, the moments and the number of steps as they are. */
    TrainingState download() {
        return queue.call(() -> new TrainingState(
                NativeCall.floats(weights), NativeCall.floats(firstMoment), NativeCall.floats(secondMoment), steps));
    }

    /** A copy of the moving average, ready for use; to be released before this is closed. */
    LoadedWeights averaged() {
        return queue.call(() -> new LoadedWeights(queue, RowLimit.NONE, program, average, () -> {}));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            queue.submit(program::close);
        }
    }
}
