package org.jointdiffusion.runtime.reference;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.engine.OneThread;
import org.jointdiffusion.runtime.engine.StepSettings;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * How near a training step in 32 bit on one thread comes to the speed of convolutions.
 *
 * <p>The peak is what the network's own convolutions reach with their gradients when each is run alone in the same
 * engine, on feature maps of the same sizes and layout. Of the step, too, only the operations of convolutions count;
 * all else that it does is overhead.
 */
final class ConvolutionShare {

    private ConvolutionShare() {}

    static List<Figure> measure(final JointModel model, final TrainingBatch batch, final StepSettings step) {
        final NetworkConfiguration network = model.specification().network();
        final List<ConvolutionShape> shapes = ConvolutionWork.of(network);
        final double operations = batch.labels().length
                * shapes.stream().mapToDouble(ConvolutionShape::operations).sum();
        final List<Double> shares = new ArrayList<>();
        final List<Double> peaks = new ArrayList<>();
        try (OneThread processor = new OneThread();
                TrainingRun run = processor.train(network, model.weights())) {
            processor.prepare(shapes, batch.labels().length);
            for (int round = 0; round < Turns.WARM_UPS + Turns.ROUNDS; round++) {
                final double alone = processor.secondsOfConvolutions();
                final double whole = Turns.seconds(() -> run.step(batch, step));
                System.err.printf("convolutions alone: %.3f s, training step: %.3f s%n", alone, whole);
                if (round >= Turns.WARM_UPS) {
                    peaks.add(operations / alone / 1e9);
                    shares.add(operations / whole / (operations / alone));
                }
            }
        }
        return List.of(
                new Figure(
                        "conv_peak_share_fp32",
                        shares,
                        "operations/s of the convolutions in a training step / of the same run alone, 1 thread"),
                new Figure("conv_peak_fp32", peaks, "10^9 operations/s (a product or a sum is one), 1 thread"));
    }
}
