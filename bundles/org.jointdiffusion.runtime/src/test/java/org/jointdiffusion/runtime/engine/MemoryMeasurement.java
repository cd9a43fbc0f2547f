package org.jointdiffusion.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.MemoryEstimate;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;

/**
 * The native memory of a classification, a guided call and a training step beside its estimate: {@code ./bench memory}.
 *
 * <p>Linux only: the largest resident size of this process, above that before. Its heap is touched when it starts, and
 * each network has a process of its own, since the allocator keeps some of what it had.
 */
public final class MemoryMeasurement {

    private static final StepSettings STEP = new StepSettings(1e-3, 0.01, 1, 0.05, 1, 0.99);
    private static final int ROUNDS = 2;
    private static final int CLASSES = 10;
    private static final double MEBIBYTE = 1 << 20;

    private final NetworkConfiguration network;
    private final int rows;
    private final Precision precision;
    private final String name;

    private MemoryMeasurement(
            final NetworkPreset preset, final ImageShape image, final int rows, final Precision precision) {
        network = preset.configure(image, CLASSES);
        this.rows = rows;
        this.precision = precision;
        name = String.join(" ", preset.name(), image.toString(), Integer.toString(rows), precision.name());
    }

    /**
     * Measures one network and prints its figures, separated by tabs: what, measured and estimated MiB, their ratio.
     *
     * @param arguments the preset, the channels and the side of the images, how many at once, and the precision
     */
    public static void main(final String[] arguments) throws IOException {
        final int side = Integer.parseInt(arguments[2]);
        final MemoryMeasurement measurement = new MemoryMeasurement(
                NetworkPreset.valueOf(arguments[0]),
                new ImageShape(Integer.parseInt(arguments[1]), side, side),
                Integer.parseInt(arguments[3]),
                Precision.valueOf(arguments[4]));
        // what the engine itself takes
        train(TinyNetworks.PLAIN, 2 * measurement.rows, measurement.precision);
        measurement.measure();
    }

    private void measure() throws IOException {
        final MemoryEstimate estimate = new MemoryEstimate(network, Precisions.arithmetic(precision));
        final float[] images = TinyNetworks.gaussian(5, rows * network.image().size());
        final int[] zeros = new int[rows];
        final GuidanceShares shares = new GuidanceShares(GuidanceKind.REPRESENTATION, 0.1, 0);
        report("classification", estimate.classificationBytes(rows), () -> use(loaded -> loaded.logits(images, zeros)));
        report(
                "guided call",
                estimate.guidedBytes(rows),
                () -> use(loaded -> loaded.guidedNoise(images, zeros, zeros, shares)));
        final int lanes = new Lanes("processor", ComputeThreads.number(), 1).parts(rows);
        report("training step", estimate.trainingBytes(rows, lanes), () -> train(network, rows, precision));
    }

    private void use(final Consumer<JointNetwork> call) {
        try (JointNetwork loaded =
                RuntimeService.shared().load(TinyNetworks.model(network, 1), Device.cpu(), precision)) {
            for (int round = 0; round < ROUNDS; round++) {
                call.accept(loaded);
            }
        }
    }

    private static void train(final NetworkConfiguration network, final int rows, final Precision precision) {
        final float[] start = TinyNetworks.weights(network, 1);
        try (TrainingRun run = RuntimeService.shared().train(network, start, Device.cpu(), precision)) {
            for (int round = 0; round < ROUNDS; round++) {
                run.step(TinyNetworks.batch(network, rows, round), STEP);
            }
        }
    }

    private void report(final String what, final long estimated, final Runnable work) throws IOException {
        // waits for what is given back in later turns
        RuntimeService.shared().nativeArrays();
        System.gc();
        NativeMemory.giveBack();
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        final double before = mebibytes("VmRSS");
        work.run();
        final double measured = mebibytes("VmHWM") - before;
        System.out.println(String.format(
                Locale.ROOT,
                "%s, %s\t%.0f\t%.0f\t%.2f",
                what,
                name,
                measured,
                estimated / MEBIBYTE,
                estimated / MEBIBYTE / measured));
    }

    /** A size of this process as the system knows it. */
    private static double mebibytes(final String size) throws IOException {
        for (final String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(size + ":")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("There is no " + size + " in /proc/self/status.");
    }
}
