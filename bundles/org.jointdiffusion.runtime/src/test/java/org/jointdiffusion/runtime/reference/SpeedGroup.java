package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.GuidanceShares;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.engine.StepSettings;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.NetworkProgram;

/**
 * Speed of the small preset on 28x28 grey images: ours divided by plain PyTorch's, same network, batch and threads.
 *
 * <p>All take turns within one run, so that whatever else the machine does falls on all; each ratio is of two
 * neighbouring measurements. Ours includes the way through Java. PyTorch is taken as it is installed, and, for the
 * figures whose names end in {@code _tuned}, with the settings of threads and memory that our engine makes for itself:
 * what remains then is the program's own gain.
 */
final class SpeedGroup {

    /** The threads of one computation on both sides; {@code ./bench} starts this JVM with as many. */
    static final int THREADS = 2;

    private static final int BATCH = 64;

    private static final int WARM_UPS = 3;

    private static final int ROUNDS = 15;

    private static final int REST_MILLISECONDS = 300;

    private static final double STRENGTH = 0.1;

    private static final StepSettings STEP = new StepSettings(1e-4, 0.01, 1, 0.05, 1, 0.999);

    private static final NetworkConfiguration NETWORK = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);

    private final ReferenceProcess plain;

    private final ReferenceProcess tuned;

    private final JointModel model = ReferenceInputs.model(NETWORK);

    private final ReferenceInputs inputs = ReferenceInputs.draw(NETWORK, BATCH, masks());

    SpeedGroup(final ReferenceProcess plain, final ReferenceProcess tuned) {
        this.plain = plain;
        this.tuned = tuned;
    }

    /** A call of ours. */
    private interface Call {
        void run();
    }

    List<Figure> measure() throws IOException {
        plain.prepare(model, inputs, new GuidanceShares(GuidanceKind.IMAGE, STRENGTH, 0), STEP);
        tuned.prepare(model, inputs, new GuidanceShares(GuidanceKind.IMAGE, STRENGTH, 0), STEP);
        final List<Figure> figures = new ArrayList<>();
        final RuntimeService service = RuntimeService.shared();
        try (TrainingRun full = service.train(NETWORK, model.weights(), Device.cpu(), Precision.FLOAT32);
                TrainingRun mixed = service.train(NETWORK, model.weights(), Device.cpu(), Precision.BFLOAT16)) {
            figures.addAll(ratios("train_step_ratio_fp32", "step", () -> full.step(inputs.batch(), STEP)));
            figures.addAll(ratios("train_step_ratio_bf16", "step", () -> mixed.step(inputs.batch(), STEP)));
        }
        final int[] timesteps = inputs.batch().timesteps();
        try (JointNetwork network = service.load(model, Device.cpu(), Precision.FLOAT32)) {
            final GuidanceShares guidance = new GuidanceShares(GuidanceKind.IMAGE, STRENGTH, 0);
            figures.addAll(ratios(
                    "guided_call_ratio_fp32",
                    "guide_image",
                    () -> network.guidedNoise(inputs.images(), timesteps, inputs.desiredClasses(), guidance)));
            figures.addAll(
                    ratios("denoiser_call_ratio_fp32", "denoise", () -> network.noise(inputs.images(), timesteps)));
            figures.add(rate("predict_images_per_s", () -> network.logits(inputs.images(), new int[BATCH])));
        }
        return figures;
    }

    private List<Figure> ratios(final String name, final String call, final Call ours) throws IOException {
        final List<Double> toPlain = new ArrayList<>();
        final List<Double> toTuned = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            rest();
            final double plainSeconds = plain.time(call);
            rest();
            final double ownSeconds = seconds(ours);
            rest();
            final double tunedSeconds = tuned.time(call);
            System.err.printf(
                    "%s: %.3f s, PyTorch %.3f s, tuned %.3f s%n", name, ownSeconds, plainSeconds, tunedSeconds);
            if (round >= WARM_UPS) {
                toPlain.add(ownSeconds / plainSeconds);
                toTuned.add(ownSeconds / tunedSeconds);
            }
        }
        return List.of(
                new Figure(name, toPlain, "ours / PyTorch eager"),
                new Figure(name + "_tuned", toTuned, "ours / PyTorch eager, tuned"));
    }

    private Figure rate(final String name, final Call ours) {
        final List<Double> rates = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            final double seconds = seconds(ours);
            if (round >= WARM_UPS) {
                rates.add(BATCH / seconds);
            }
        }
        return new Figure(name, rates, "images / s");
    }

    /** Waits until the threads of the last call, which spin for a while, have fallen asleep. */
    private static void rest() throws IOException {
        try {
            Thread.sleep(REST_MILLISECONDS);
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The benchmark was interrupted.");
        }
    }

    private static double seconds(final Call call) {
        final long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Dropout masks for both halves of a training batch. */
    private static float[] masks() {
        final List<DropoutMask> masks = new NetworkProgram(NETWORK, Arithmetic.FLOAT32).masks();
        final ToIntFunction<DropoutMask> length = mask -> mask.width() * BATCH * (mask.decoder() ? 1 : 2);
        final float[] values = new float[masks.stream().mapToInt(length).sum()];
        final KeyedNoise noise = new KeyedNoise(4);
        int position = 0;
        for (final DropoutMask mask : masks) {
            for (int i = 0; i < length.applyAsInt(mask); i++, position++) {
                values[position] = noise.uniform(0, position) < mask.rate() ? 0 : (float) (1 / (1 - mask.rate()));
            }
        }
        return values;
    }
}
