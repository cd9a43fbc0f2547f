package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.OracleProgram;

/** One device: its turns, and what was measured on it. */
final class DeviceContext {

    /**
     * CUDA cannot compute the gradients of more than 65,535 groups in one normalisation: 1,023 rows, since a training
     * step sees each row twice and a row has up to 32 groups.
     */
    private static final int MOST_ROWS_ON_GPU = 512;

    private final ai.djl.Device device;
    private final DeviceQueue queue;
    private final MemoryBudget memory;
    private final Set<NativeProgram> programs = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<DeviceUse> uses = new CopyOnWriteArrayList<>();
    private Precision fastest;

    /** A device with as many threads as PyTorch uses by itself; a GPU divides its work on its own. */
    DeviceContext(final Device device) {
        this(device, device.kind() == Device.Kind.GPU ? 1 : ComputeThreads.number());
    }

    /** A device with so many threads. */
    DeviceContext(final Device device, final int threads) {
        this(device, threads, () -> FreeMemory.of(inEngine(device)));
    }

    /** A device with so much free memory, in bytes: for tests. */
    DeviceContext(final Device device, final int threads, final LongSupplier freeMemory) {
        this.device = inEngine(device);
        queue = new DeviceQueue(device.toString(), threads);
        memory = new MemoryBudget(device.toString(), freeMemory);
    }

    private static ai.djl.Device inEngine(final Device device) {
        return device.kind() == Device.Kind.GPU ? ai.djl.Device.gpu(device.index()) : ai.djl.Device.cpu();
    }

    /** The turns of this device. */
    DeviceQueue queue() {
        return queue;
    }

    /** Joins those who use the device. */
    DeviceUse use(final String name) {
        return new DeviceUse(name, uses);
    }

    /** The largest number of rows whose gradients the device can compute at once. */
    int mostRows() {
        return device.isGpu() ? MOST_ROWS_ON_GPU : Integer.MAX_VALUE;
    }

    /** Loads a program, which its owner closes, whatever memory it takes; on the device's thread. */
    NativeProgram open(final String text, final Precision precision) {
        return open(text, precision, () -> {});
    }

    private NativeProgram open(final String text, final Precision precision, final Runnable afterClose) {
        final NativeProgram program = new NativeProgram(text, Precisions.arithmetic(precision), device, closed -> {
            programs.remove(closed);
            afterClose.run();
        });
        programs.add(program);
        return program;
    }

    /** The number of native arrays that programs which are not closed hold; waits for a turn. */
    int arrays() {
        return queue.call(
                () -> programs.stream().mapToInt(NativeProgram::arrays).sum());
    }

    /**
     * The precision itself, or for {@link Precision#AUTOMATIC} what suits the device: on a processor what a measurement
     * shows, made once; on a GPU 32 bit, where networks of this size gain nothing from bfloat16 in most calls.
     */
    synchronized Precision decide(final Precision precision) {
        if (precision != Precision.AUTOMATIC) {
            return precision;
        }
        if (device.isGpu()) {
            return Precision.FLOAT32;
        }
        if (fastest == null) {
            fastest = queue.call(() -> PrecisionProbe.measure(device));
        }
        return fastest;
    }

    /**
     * Loads a network; its native memory is given back by {@link SharedNetwork#release}.
     *
     * @throws EngineException when it does not fit into the memory beside the others
     */
    SharedNetwork load(final NetworkConfiguration configuration, final float[] weights, final Precision precision) {
        final NetworkProgram description = new NetworkProgram(configuration, Precisions.arithmetic(precision));
        final MemoryEstimate estimate = new MemoryEstimate(configuration, Precisions.arithmetic(precision));
        final IntToLongFunction working = rows -> estimate.guidedBytes(rows) - estimate.loadedBytes();
        final MemoryBudget.Hold hold = memory.admit(estimate.loadedBytes(), working.applyAsLong(1));
        return new SharedNetwork(
                configuration, load(description.text(), weights, precision, limit(working), hold::close));
    }

    /**
     * Starts a training.
     *
     * @throws EngineException when it does not fit into the memory beside the others
     */
    TrainingRun train(
            final NetworkConfiguration configuration,
            final TrainingState start,
            final float[] average,
            final Precision precision) {
        final NetworkProgram description = new NetworkProgram(configuration, Precisions.arithmetic(precision));
        final MemoryEstimate estimate = new MemoryEstimate(configuration, Precisions.arithmetic(precision));
        final int lanes = queue.lanes().count();
        final long kept = estimate.trainingBytes(0, lanes);
        final IntToLongFunction working = rows -> estimate.trainingBytes(rows, lanes) - kept;
        final MemoryBudget.Hold hold = memory.admit(kept, working.applyAsLong(1));
        return queue.call(() -> {
            final NativeProgram program = openOrClose(description.text(), precision, hold::close);
            return new TrainingRun(queue, limit(working), program, configuration, precision, start, average);
        });
    }

    private RowLimit limit(final IntToLongFunction working) {
        return new RowLimit(mostRows(), rows -> memory.rowsThatFit(working, rows));
    }

    private NativeProgram openOrClose(final String text, final Precision precision, final Runnable afterClose) {
        try {
            return open(text, precision, afterClose);
        } catch (final RuntimeException | Error failure) {
            afterClose.run();
            throw failure;
        }
    }

    /** Loads an oracle. */
    OracleNetwork loadOracle(
            final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        final OracleProgram description = new OracleProgram(configuration, Precisions.arithmetic(precision));
        return new OracleNetwork(configuration, load(description.text(), weights, precision, RowLimit.NONE, () -> {}));
    }

    /** Starts the training of an oracle. */
    OracleRun trainOracle(final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        return queue.call(() -> new OracleRun(this, configuration, precision, weights));
    }

    private LoadedWeights load(
            final String text,
            final float[] weights,
            final Precision precision,
            final RowLimit limit,
            final Runnable afterClose) {
        return queue.call(() -> {
            final NativeProgram program = openOrClose(text, precision, afterClose);
            try (NDArray flat = program.reals(program.manager(), weights, new Shape(weights.length))) {
                return new LoadedWeights(queue, limit, program, flat, program::close);
            } catch (final RuntimeException exception) {
                program.close();
                throw exception;
            }
        });
    }
}
