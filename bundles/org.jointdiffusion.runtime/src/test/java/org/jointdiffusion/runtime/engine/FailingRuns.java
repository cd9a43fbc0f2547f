package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;

/** Trainings whose native calls go wrong where they would on a real device. */
public final class FailingRuns {

    /** What PyTorch says on a processor. */
    private static final String NO_MEMORY = "[enforce fail at alloc_cpu.cpp:114] data. DefaultCPUAllocator: can't"
            + " allocate memory: you tried to allocate 8589934592 bytes. Error code 12 (Cannot allocate memory)";

    /** What it says about mistakes in a program. */
    private static final String MISTAKE =
            """
            The following operation failed in the TorchScript interpreter.
            Traceback of TorchScript (most recent call last):
            RuntimeError: The size of tensor a must match.
            """;

    /** Behind images, variations, noise, signal, sigma, timesteps, labels, importance and masks. */
    private static final int PLACE_OF_WEIGHTS = 9;

    private static final List<String> OF_BATCHES = List.of("step", "accumulate");

    private FailingRuns() {}

    /** A training on a device whose memory holds so many rows at once. */
    public static TrainingRun withMemoryFor(final int rows, final NetworkConfiguration network, final float[] start) {
        return run(network, start, inputs -> inputs.get(0).getShape().get(0) > rows, NO_MEMORY);
    }

    /** A training whose native calls all fail for another reason than memory. */
    public static TrainingRun broken(final NetworkConfiguration network, final float[] start) {
        return run(network, start, inputs -> true, MISTAKE);
    }

    /** A training whose weights become NaN in some of its steps, counted from 1. */
    public static TrainingRun diverging(
            final IntPredicate when, final NetworkConfiguration network, final float[] start) {
        final AtomicInteger steps = new AtomicInteger();
        return run(network, start, inputs -> {
            if (when.test(steps.incrementAndGet())) {
                inputs.get(PLACE_OF_WEIGHTS).muli(Float.NaN);
            }
        });
    }

    private static TrainingRun run(
            final NetworkConfiguration network,
            final float[] start,
            final Predicate<NDList> fails,
            final String message) {
        return run(network, start, inputs -> {
            if (fails.test(inputs)) {
                throw new ai.djl.engine.EngineException(message);
            }
        });
    }

    private static TrainingRun run(
            final NetworkConfiguration network, final float[] start, final Consumer<NDList> before) {
        // starts the engine
        RuntimeService.shared().resolve(Device.cpu());
        final DeviceQueue queue = new DeviceQueue("a failing device", 1);
        return queue.call(() -> {
            final String text = new NetworkProgram(network, Precisions.arithmetic(Precision.FLOAT32)).text();
            final NativeProgram program =
                    new NativeProgram(text, Precisions.arithmetic(Precision.FLOAT32), ai.djl.Device.cpu()) {
                        @Override
                        NDList run(final String method, final NDList inputs) {
                            if (OF_BATCHES.contains(method)) {
                                before.accept(inputs);
                            }
                            return super.run(method, inputs);
                        }
                    };
            return new TrainingRun(
                    queue, RowLimit.NONE, program, network, Precision.FLOAT32, TrainingState.begin(start), start);
        });
    }
}
