package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.OracleProgram;

/** One device: its turns, and what was measured on it. */
final class DeviceContext {

    private final ai.djl.Device device;
    private final DeviceQueue queue;
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
    TrainingRun train(final NetworkConfiguration configuration, final float[] weights, final Precision precision) {
        return queue.call(() -> new TrainingRun(queue, device, configuration, precision, weights));
    }

    /** Loads an oracle. */
    OracleNetwork loadOracle(
            final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        final OracleProgram description = new OracleProgram(configuration, Precisions.arithmetic(precision));
        return new OracleNetwork(configuration, load(description.text(), weights, precision));
    }

    /** Starts the training of an oracle. */
    OracleRun trainOracle(final OracleConfiguration configuration, final float[] weights, final Precision precision) {
        return queue.call(() -> new OracleRun(queue, device, configuration, precision, weights));
    }

    private LoadedWeights load(final String text, final float[] weights, final Precision precision) {
        return queue.call(() -> {
            final NativeProgram program = new NativeProgram(text, Precisions.arithmetic(precision), device);
            try (NDArray flat = program.reals(program.manager(), weights, new Shape(weights.length))) {
                return new LoadedWeights(queue, program, flat, program::close);
            }
        });
    }
}
