package org.jointdiffusion.runtime.engine;

import java.util.List;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.reference.ConvolutionShape;

/** The processor with one thread, however many the other devices of this JVM use: for measurements. */
public final class OneThread implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final DeviceContext context;

    private final int usual;

    private List<LoneConvolution> convolutions = List.of();

    /** Starts the engine where it is not running, and a device of its own. */
    public OneThread() {
        RuntimeService.shared().resolve(Device.cpu());
        context = new DeviceContext(Device.cpu(), 1);
        usual = ComputeThreads.number();
        context.queue().call(() -> {
            ComputeThreads.use(1);
            return null;
        });
    }

    /** Starts a training in 32 bit. */
    public TrainingRun train(final NetworkConfiguration network, final float[] weights) {
        return context.train(network, TrainingState.begin(weights), weights, Precision.FLOAT32);
    }

    /** Prepares convolutions of a batch, instead of those before. */
    public void prepare(final List<ConvolutionShape> shapes, final int rows) {
        context.queue().call(() -> {
            convolutions.forEach(LoneConvolution::close);
            convolutions = shapes.stream()
                    .map(shape -> new LoneConvolution(shape, rows, context))
                    .toList();
            return null;
        });
    }

    /** The seconds that the prepared convolutions and their gradients take, each run alone. */
    public double secondsOfConvolutions() {
        return context.queue().call(() -> convolutions.stream()
                .mapToDouble(LoneConvolution::seconds)
                .sum());
    }

    @Override
    public void close() {
        prepare(List.of(), 0);
        // the number is also the default of threads that have not computed yet
        context.queue().call(() -> {
            ComputeThreads.use(usual);
            return null;
        });
        context.queue().stop(STOP_SECONDS);
    }
}
