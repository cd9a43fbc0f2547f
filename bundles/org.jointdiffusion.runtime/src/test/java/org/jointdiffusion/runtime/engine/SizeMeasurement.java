package org.jointdiffusion.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.reference.Figure;

/** How many images of which size are trained, steered and classified in a second: {@code ./bench sizes}. */
public final class SizeMeasurement {

    private static final List<ImageShape> SHAPES = List.of(
            new ImageShape(1, 28, 28),
            new ImageShape(3, 32, 32),
            new ImageShape(1, 64, 64),
            new ImageShape(3, 64, 64),
            new ImageShape(3, 96, 96),
            new ImageShape(3, 128, 128));

    private static final int ROWS = 16;
    private static final int ROUNDS = 7;
    private static final int CLASSES = 10;
    private static final StepSettings STEP = new StepSettings(1e-3, 0.01, 1, 0.05, 1, 0.99);
    private static final GuidanceShares SHARES = new GuidanceShares(GuidanceKind.REPRESENTATION, 0.1, 0);

    private SizeMeasurement() {}

    /** Measures all sizes and prints lines of tabs: name, median, minimum, maximum and unit. */
    public static void main(final String[] arguments) {
        for (final ImageShape shape : SHAPES) {
            final NetworkConfiguration network = NetworkPreset.SMALL.configure(shape, CLASSES);
            try (TrainingRun run = RuntimeService.shared()
                    .train(network, TinyNetworks.weights(network, 1), Device.cpu(), Precision.FLOAT32)) {
                final TrainingBatch batch = TinyNetworks.batch(network, ROWS, 1);
                report("train", shape, () -> run.step(batch, STEP));
            }
            final float[] images = TinyNetworks.gaussian(5, ROWS * shape.size());
            final int[] zeros = new int[ROWS];
            try (JointNetwork loaded =
                    RuntimeService.shared().load(TinyNetworks.model(network, 1), Device.cpu(), Precision.FLOAT32)) {
                report("guide", shape, () -> loaded.guidedNoise(images, zeros, zeros, SHARES));
                report("classify", shape, () -> loaded.logits(images, zeros));
            }
        }
    }

    private static void report(final String what, final ImageShape shape, final Runnable work) {
        work.run();
        final List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            work.run();
            speeds.add(ROWS / ((System.nanoTime() - start) / 1e9));
        }
        System.out.println(new Figure(what + ' ' + shape, speeds, "images/s").line());
    }
}
