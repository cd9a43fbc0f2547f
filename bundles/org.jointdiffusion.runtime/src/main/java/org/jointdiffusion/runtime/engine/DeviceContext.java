package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jointdiffusion.runtime.model.TrainingState;
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
    private final Set<NativeProgram> programs = ConcurrentHashMap.newKeySet();
    private Precision fastest;

    /** A device with as many threads as PyTorch uses by itself; a GPU divides its work on its own. */
    DeviceContext(final Device device) {
        this(device, device.kind() == Device.Kind.GPU ? 1 : ComputeThreads.number());
    }

    /** A device with so many threads. */
    DeviceContext(final Device device, final int threads) {
        this.device = device.kind() == Device.Kind.GPU ? ai.djl.Device.gpu(device.index()) : ai.djl.Device.cpu();
        queue = new DeviceQueue(device.toString(), threads);
    }

    /** The turns of this device. */
    DeviceQueue queue() {
        return queue;
    }

    /** The largest number of rows whose gradients the device can compute at once. */
    int mostRows() {
        return device.isGpu() ? MOST_ROWS_ON_GPU : Integer.MAX_VALUE;
    }

    /** Loads a program, which its owner closes; on the device's thread. */
    NativeProgram open(final String text, final Precision precision) {
        final NativeProgram program =
                new NativeProgram(text, Precisions.arithmetic(precision), device, programs::remove);
        programs.add(program);
        return program;
    }

    /** The number of native arrays that programs which are not closed hold; waits for a turn. */
    int arrays() {
        return queue.call(
                () -> programs.stream().mapToInt(NativeProgram::arrays).sum());
    }

    /** The precision itself, or the measured one for {@link Precision#AUTOMATIC}; measured once. */
    synchronized Precision decide(final Precision precision) {
        if (precision != Precision.AUTOMATIC) {
            return precision;
        }
        if (fastest == null) {
            fastest = queue.call(() -> PrecisionProbe.measure(device));
        }
        return fastest;
    }

    /** Loads a network; its native memory is given back by {@link SharedNetwork#release}. */
    SharedNetwork load(final NetworkConfiguration configuration, final float[] weights, final Precision precision) {
        final NetworkProgram description = new NetworkProgram(configuration, Precisions.arithmetic(precision));
        return new SharedNetwork(configuration, load(description.text(), weights, precision));
    }

    /** Starts a training. */
    TrainingRun train(
            final NetworkConfiguration configuration,
            final TrainingState start,
            final float[] average,
            final Precision precision) {
        return queue.call(() -> new TrainingRun(this, configuration, precision, start, average));
    }

    /** Loads an oracle. */
    OracleNetwork loadOracle(
            final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        final OracleProgram description = new OracleProgram(configuration, Precisions.arithmetic(precision));
        return new OracleNetwork(configuration, load(description.text(), weights, precision));
    }

    /** Starts the training of an oracle. */
    OracleRun trainOracle(final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        return queue.call(() -> new OracleRun(this, configuration, precision, weights));
    }

    private LoadedWeights load(final String text, final float[] weights, final Precision precision) {
        return queue.call(() -> {
            final NativeProgram program = open(text, precision);
            try (NDArray flat = program.reals(program.manager(), weights, new Shape(weights.length))) {
                return new LoadedWeights(queue, program, flat, program::close);
            } catch (final RuntimeException exception) {
                program.close();
                throw exception;
            }
        });
    }
}
