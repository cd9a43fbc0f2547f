package org.jointdiffusion.runtime.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.reference.Figure;

/**
 * How near the device that "automatic" means comes to the processor, and how fast it is: {@code ./bench device}. Where
 * there is no GPU, the processor is compared with itself.
 */
public final class DeviceMeasurement {

    private static final NetworkConfiguration NETWORK = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);

    private static final StepSettings STEP = new StepSettings(1e-3, 0.01, 1, 0.05, 1, 0.99);
    private static final GuidanceShares SHARES = new GuidanceShares(GuidanceKind.REPRESENTATION, 0.1, 0);
    private static final int COMPARED_ROWS = 16;
    private static final int COMPARED_STEPS = 5;
    private static final int ROUNDS = 7;
    private static final double ROUND_SECONDS = 0.3;

    private DeviceMeasurement() {}

    /**
     * Measures and prints lines of tabs: name, median, minimum, maximum and unit.
     *
     * @param arguments the numbers of rows whose speed is measured
     */
    public static void main(final String[] arguments) {
        final Device device = RuntimeService.shared().resolve(Device.automatic());
        System.out.println("device\t" + device);
        final List<float[]> exact = results(Device.cpu(), Precision.FLOAT32, COMPARED_ROWS);
        final float[] exactWeights = trained(Device.cpu(), Precision.FLOAT32);
        for (final Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
            compare(device, precision, exact, exactWeights);
        }
        for (final String rows : arguments) {
            for (final Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
                time(device, precision, Integer.parseInt(rows));
            }
        }
        System.out.println("native arrays left\t" + RuntimeService.shared().nativeArrays());
    }

    /** The differences from the processor in 32 bit, and whether the device repeats itself. */
    private static void compare(
            final Device device, final Precision precision, final List<float[]> exact, final float[] exactWeights) {
        final List<float[]> found = results(device, precision, COMPARED_ROWS);
        final List<float[]> again = results(device, precision, COMPARED_ROWS);
        final List<float[]> alone = results(device, precision, 1);
        final List<String> names = List.of("noise", "logits", "representation", "guided noise", "gradient");
        for (int index = 0; index < names.size(); index++) {
            final String name = names.get(index) + ' ' + precision;
            final float[] first = Arrays.copyOf(found.get(index), alone.get(index).length);
            difference(name + " difference from the processor", exact.get(index), found.get(index));
            difference(name + " difference between two runs", found.get(index), again.get(index));
            difference(name + " difference of a row alone and among " + COMPARED_ROWS, first, alone.get(index));
        }
        final float[] trained = trained(device, precision);
        final String weights = "weights after " + COMPARED_STEPS + " steps " + precision;
        difference(weights + " difference from the processor", exactWeights, trained);
        difference(weights + " difference between two runs", trained, trained(device, precision));
    }

    private static List<float[]> results(final Device device, final Precision precision, final int rows) {
        final float[] images = TinyNetworks.gaussian(5, rows * NETWORK.image().size());
        final int[] timesteps =
                IntStream.range(0, rows).map(row -> 37 * row % 100).toArray();
        final int[] classes =
                IntStream.range(0, rows).map(row -> row % NETWORK.classes()).toArray();
        try (JointNetwork network = RuntimeService.shared().load(TinyNetworks.model(NETWORK, 1), device, precision)) {
            return List.of(
                    network.noise(images, timesteps),
                    network.logits(images, timesteps),
                    network.representation(images, timesteps),
                    network.guidedNoise(images, timesteps, classes, SHARES).noise(),
                    network.imageGradient(images, timesteps, classes).gradient());
        }
    }

    private static float[] trained(final Device device, final Precision precision) {
        try (TrainingRun run =
                RuntimeService.shared().train(NETWORK, TinyNetworks.weights(NETWORK, 1), device, precision)) {
            for (int step = 0; step < COMPARED_STEPS; step++) {
                run.step(TinyNetworks.batch(NETWORK, COMPARED_ROWS, 10 + step), STEP);
            }
            return run.weights();
        }
    }

    /** The largest difference, as a share of the largest value. */
    private static void difference(final String name, final float[] wanted, final float[] found) {
        double largest = 0;
        double difference = 0;
        for (int index = 0; index < wanted.length; index++) {
            largest = Math.max(largest, Math.abs(wanted[index]));
            difference = Math.max(difference, Math.abs((double) wanted[index] - found[index]));
        }
        print(name, List.of(difference / largest), "of the largest value");
    }

    private static void time(final Device device, final Precision precision, final int rows) {
        final String suffix = " " + rows + " rows " + precision;
        final float[] images = TinyNetworks.gaussian(5, rows * NETWORK.image().size());
        final int[] zeros = new int[rows];
        try (JointNetwork network = RuntimeService.shared().load(TinyNetworks.model(NETWORK, 1), device, precision)) {
            report("classify" + suffix, rows, () -> network.logits(images, zeros));
            report("predict noise" + suffix, rows, () -> network.noise(images, zeros));
            report("guide" + suffix, rows, () -> network.guidedNoise(images, zeros, zeros, SHARES));
        }
        final TrainingBatch batch = TinyNetworks.batch(NETWORK, rows, 1);
        try (TrainingRun run =
                RuntimeService.shared().train(NETWORK, TinyNetworks.weights(NETWORK, 1), device, precision)) {
            report("train" + suffix, rows, () -> run.step(batch, STEP));
        }
    }

    private static void report(final String name, final int rows, final Supplier<?> work) {
        work.get();
        work.get();
        final List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            int calls = 0;
            double seconds;
            do {
                work.get();
                calls++;
                seconds = (System.nanoTime() - start) / 1e9;
            } while (seconds < ROUND_SECONDS);
            speeds.add(calls * rows / seconds);
        }
        print(name, speeds, "images/s");
    }

    private static void print(final String name, final List<Double> values, final String unit) {
        System.out.println(new Figure(name, values, unit).line());
    }
}
