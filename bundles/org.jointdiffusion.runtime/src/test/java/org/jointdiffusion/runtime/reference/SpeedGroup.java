package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.Guidance;
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
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplerKind;
import org.jointdiffusion.runtime.sampling.SamplingSettings;

/**
 * Speed of the small preset on 28x28 grey images: ours beside plain PyTorch's, same network and threads.
 *
 * <p>Ours includes the way through Java. PyTorch calculates in 32 bit also where ours is in bfloat16: the version of
 * the reference cannot normalise groups under its automatic mixture of both.
 */
final class SpeedGroup {

    private static final int BATCH = 64;

    private static final int PREDICTED = 256;

    private static final int SAMPLER_STEPS = 25;

    /** The steps of the authors' sampler. */
    private static final int AUTHORS_STEPS = 1000;

    private static final int SAMPLER_ROUNDS = 3;

    private static final StepSettings STEP = new StepSettings(1e-4, 0.01, 1, 0.05, 1, 0.999);

    private static final GuidanceShares GUIDANCE = new GuidanceShares(GuidanceKind.IMAGE, 0.1, 0);

    private static final NetworkConfiguration NETWORK = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);

    private final Comparison comparison;

    private final JointModel model = ReferenceInputs.model(NETWORK);

    private final ReferenceInputs inputs = ReferenceInputs.draw(NETWORK, BATCH, masks());

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();

    /** Gives the model and the inputs to both processes. */
    SpeedGroup(final ReferenceProcess plain, final ReferenceProcess tuned) throws IOException {
        plain.prepare(model, inputs, GUIDANCE, STEP);
        tuned.prepare(model, inputs, GUIDANCE, STEP);
        comparison = new Comparison(plain, tuned);
        measurements.put("train_step_ratio_fp32", name -> trainStep(name, Precision.FLOAT32));
        measurements.put("train_step_ratio_bf16", name -> trainStep(name, Precision.BFLOAT16));
        measurements.put("guided_call_ratio_fp32", name -> guidedCall(name, Precision.FLOAT32));
        measurements.put("guided_call_ratio_bf16", name -> guidedCall(name, Precision.BFLOAT16));
        measurements.put("guided_sample_ratio", this::guidedSample);
        measurements.put("denoiser_call_ratio_fp32", this::denoiserCall);
        measurements.put("predict_speedup", name -> prediction(name, Precision.AUTOMATIC));
        measurements.put("predict_speedup_fp32", name -> prediction(name, Precision.FLOAT32));
        measurements.put("predict_images_per_s", this::predictionRate);
        measurements.put("conv_peak_share_fp32", name -> ConvolutionShare.measure(model, inputs.batch(), STEP));
    }

    /** Measures the figure of a name, and what belongs to it. */
    @FunctionalInterface
    private interface Measurement {
        List<Figure> measure(String name) throws IOException;
    }

    /** The names that can be chosen. */
    List<String> names() {
        return List.copyOf(measurements.keySet());
    }

    /** Measures what is chosen, in the order of {@link #names}. */
    List<Figure> measure(final SpeedOptions options) throws IOException {
        final List<Figure> figures = new ArrayList<>();
        for (final String name : options.chosen(names())) {
            figures.addAll(measurements.get(name).measure(name));
        }
        return figures;
    }

    private List<Figure> trainStep(final String name, final Precision precision) throws IOException {
        try (TrainingRun run = RuntimeService.shared().train(NETWORK, model.weights(), Device.cpu(), precision)) {
            return comparison.ratio(name, "step", () -> run.step(inputs.batch(), STEP));
        }
    }

    private List<Figure> guidedCall(final String name, final Precision precision) throws IOException {
        try (JointNetwork network = load(precision)) {
            return comparison.ratio(
                    name,
                    "guide_image",
                    () -> network.guidedNoise(
                            inputs.images(), inputs.batch().timesteps(), inputs.desiredClasses(), GUIDANCE));
        }
    }

    private List<Figure> guidedSample(final String name) throws IOException {
        final List<SampleRequest> requests = IntStream.range(0, BATCH)
                .mapToObj(row -> new SampleRequest(row, 0, inputs.desiredClasses()[row]))
                .toList();
        final SamplingSettings settings = new SamplingSettings(
                SamplerKind.DDPM,
                SAMPLER_STEPS,
                Guidance.automatic(GuidanceKind.IMAGE),
                1,
                SamplingSettings.AUTOMATIC_BATCH_SIZE);
        try (JointNetwork network = load(Precision.AUTOMATIC)) {
            final ConditionalSampler sampler = new ConditionalSampler(network, model);
            return comparison.figures(
                    name,
                    "guide_image",
                    SAMPLER_ROUNDS,
                    () -> sampler.sample(requests, settings, ProgressMonitor.silent(), sample -> {}),
                    (own, theirs) -> own / (AUTHORS_STEPS * theirs),
                    "ours in " + SAMPLER_STEPS + " steps, automatic precision / " + AUTHORS_STEPS
                            + " times a measured guided step of PyTorch eager");
        }
    }

    private List<Figure> denoiserCall(final String name) throws IOException {
        try (JointNetwork network = load(Precision.FLOAT32)) {
            return comparison.ratio(
                    name,
                    "denoise",
                    () -> network.noise(inputs.images(), inputs.batch().timesteps()));
        }
    }

    private List<Figure> prediction(final String name, final Precision precision) throws IOException {
        final List<PixelImage> images = IntStream.range(0, PREDICTED)
                .mapToObj(row -> ImageTensors.fromNetwork(inputs.images(), row % BATCH, NETWORK.image()))
                .toList();
        try (JointNetwork network = load(precision)) {
            final Classifier classifier = new Classifier(network, model);
            return comparison.figures(
                    name,
                    "classify",
                    Turns.ROUNDS,
                    () -> classifier.predict(images),
                    (own, theirs) -> PREDICTED / own / (BATCH / theirs),
                    "our images/s / those of PyTorch eager in batches of " + BATCH);
        }
    }

    private List<Figure> predictionRate(final String name) {
        final List<Double> rates = new ArrayList<>();
        try (JointNetwork network = load(Precision.FLOAT32)) {
            for (int round = 0; round < Turns.WARM_UPS + Turns.ROUNDS; round++) {
                final double seconds = Turns.seconds(() -> network.logits(inputs.images(), new int[BATCH]));
                if (round >= Turns.WARM_UPS) {
                    rates.add(BATCH / seconds);
                }
            }
        }
        return List.of(new Figure(name, rates, "images / s"));
    }

    private JointNetwork load(final Precision precision) {
        return RuntimeService.shared().load(model, Device.cpu(), precision);
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
