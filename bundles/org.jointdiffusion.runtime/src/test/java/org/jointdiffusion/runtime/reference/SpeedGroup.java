package org.jointdiffusion.runtime.reference;

import java.io.IOException;
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
 * <p>Ours includes the way through Java. PyTorch is taken as it is installed, in 32 bit, and, for the figures whose
 * names end in {@code _tuned}, with the settings of threads and memory that our engine makes for itself: what remains
 * then is the program's own gain.
 */
final class SpeedGroup {

    private static final int BATCH = 64;

    private static final double STRENGTH = 0.1;

    private static final String EAGER = "PyTorch eager";

    private static final StepSettings STEP = new StepSettings(1e-4, 0.01, 1, 0.05, 1, 0.999);

    private static final NetworkConfiguration NETWORK = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);

    private static final GuidanceShares GUIDANCE = new GuidanceShares(GuidanceKind.IMAGE, STRENGTH, 0);

    private final JointModel model = ReferenceInputs.model(NETWORK);

    private final ReferenceInputs inputs = ReferenceInputs.draw(NETWORK, BATCH, masks());

    private final Interleaved interleaved;

    private final int threads;

    /** Measures against these two, which compute with so many threads. */
    SpeedGroup(final ReferenceProcess plain, final ReferenceProcess tuned, final int threads) {
        interleaved = new Interleaved(plain, tuned);
        this.threads = threads;
    }

    List<Figure> measure() throws IOException {
        interleaved.plain().prepare(model, inputs, GUIDANCE, STEP);
        interleaved.tuned().prepare(model, inputs, GUIDANCE, STEP);
        final List<Figure> figures = new ArrayList<>();
        try (TrainingRun full =
                RuntimeService.shared().train(NETWORK, model.weights(), Device.cpu(), Precision.FLOAT32)) {
            figures.addAll(
                    interleaved.ratios("train_step_ratio_fp32", "step", EAGER, () -> full.step(inputs.batch(), STEP)));
            if (threads == 1) {
                figures.add(interleaved.theirsToOurs(
                        "conv_peak_share_fp32",
                        "convolutions",
                        1,
                        Interleaved.ROUNDS,
                        "time of the step's convolutions alone in PyTorch / time of our step, 1 thread",
                        () -> full.step(inputs.batch(), STEP)));
            }
        }
        try (TrainingRun mixed =
                RuntimeService.shared().train(NETWORK, model.weights(), Device.cpu(), Precision.BFLOAT16)) {
            figures.addAll(
                    interleaved.ratios("train_step_ratio_bf16", "step", EAGER, () -> mixed.step(inputs.batch(), STEP)));
        }
        figures.addAll(guided("guided_call_ratio_fp32", Precision.FLOAT32));
        figures.addAll(guided("guided_call_ratio_bf16", Precision.BFLOAT16));
        try (JointNetwork network = RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32)) {
            figures.addAll(interleaved.ratios(
                    "denoiser_call_ratio_fp32",
                    "denoise",
                    EAGER,
                    () -> network.noise(inputs.images(), inputs.batch().timesteps())));
        }
        figures.addAll(new ThroughputFigures(model, BATCH, interleaved).measure());
        return figures;
    }

    private List<Figure> guided(final String name, final Precision precision) throws IOException {
        try (JointNetwork network = RuntimeService.shared().load(model, Device.cpu(), precision)) {
            return interleaved.ratios(
                    name,
                    "guide_image",
                    EAGER,
                    () -> network.guidedNoise(
                            inputs.images(), inputs.batch().timesteps(), inputs.desiredClasses(), GUIDANCE));
        }
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
