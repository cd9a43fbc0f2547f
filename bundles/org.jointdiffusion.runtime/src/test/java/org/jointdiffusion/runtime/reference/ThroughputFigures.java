package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingSettings;

/** Whole pieces of work: predicting, drawing, and two trainings at once. */
final class ThroughputFigures {

    private static final int IMAGES = 1024;
    private static final int ROUNDS = 5;
    private static final int SAMPLE_STEPS = 25;

    /** What the paper's authors take for a sample. */
    private static final int AUTHORS_STEPS = 1000;

    private static final int LEARNER_STEPS = 12;

    private final JointModel model;
    private final int batch;
    private final Interleaved interleaved;

    /** Of a model; PyTorch computes batches of so many rows. */
    ThroughputFigures(final JointModel model, final int batch, final Interleaved interleaved) {
        this.model = model;
        this.batch = batch;
        this.interleaved = interleaved;
    }

    List<Figure> measure() throws IOException {
        final List<Figure> figures = new ArrayList<>();
        try (JointNetwork network = RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32)) {
            final List<PixelImage> images = images(IMAGES);
            final Classifier classifier = new Classifier(network, model);
            figures.add(interleaved.theirsToOurs(
                    "predict_speedup",
                    "classify",
                    (double) IMAGES / batch,
                    ROUNDS,
                    "images / s, ours / PyTorch eager's encoder and head",
                    () -> classifier.predict(images)));
            figures.addAll(prediction(classifier, images));
            figures.add(guidedSample(network));
        }
        figures.add(twoLearners());
        return figures;
    }

    /** Predictions a second, and the share of decoding PNG files when each is decoded first. */
    private static List<Figure> prediction(final Classifier classifier, final List<PixelImage> images)
            throws IOException {
        final List<byte[]> files = images.stream().map(PngEncoder::encode).toList();
        final List<Double> rates = new ArrayList<>();
        final List<Double> shares = new ArrayList<>();
        for (int round = 0; round < 1 + ROUNDS; round++) {
            Interleaved.rest();
            final List<PixelImage> decoded = new ArrayList<>();
            final double decoding = Interleaved.seconds(() -> files.forEach(file -> decoded.add(decode(file))));
            final double predicting = Interleaved.seconds(() -> classifier.predict(decoded));
            if (round > 0) {
                rates.add(images.size() / (decoding + predicting));
                shares.add(decoding / (decoding + predicting));
            }
        }
        return List.of(
                new Figure("predict_images_per_s", rates, "PNG files of 28x28 / s"),
                new Figure("decode_share", shares, "time of decoding PNG / time of decoding and predicting"));
    }

    private static PixelImage decode(final byte[] file) {
        try {
            return ImageDecoder.decode(file, ImageLimits.DEFAULT);
        } catch (final ImageFormatException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** A guided sample in 25 steps against 1,000 guided steps of plain PyTorch. */
    private Figure guidedSample(final JointNetwork network) throws IOException {
        final ConditionalSampler sampler = new ConditionalSampler(network, model);
        final SamplingSettings usual = SamplingSettings.usual(1);
        final SamplingSettings settings =
                new SamplingSettings(usual.sampler(), SAMPLE_STEPS, usual.guidance(), 1, batch);
        final int classes = model.specification().classNames().size();
        final List<SampleRequest> requests = IntStream.range(0, batch)
                .mapToObj(row -> new SampleRequest(row, 0, row % classes))
                .toList();
        final Figure inverse = interleaved.theirsToOurs(
                "guided_sample_ratio",
                "guide_image",
                AUTHORS_STEPS,
                ROUNDS,
                "ours in " + SAMPLE_STEPS + " steps / " + AUTHORS_STEPS + " times a guided call of PyTorch eager",
                () -> sampler.sample(requests, settings, ProgressMonitor.silent(), sample -> {}));
        return new Figure(
                inverse.name(),
                inverse.values().stream().map(ratio -> 1 / ratio).toList(),
                inverse.unit());
    }

    /** Two trainings at once against one after the other; their models must be the same, byte for byte. */
    private Figure twoLearners() throws IOException {
        final List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Interleaved.rest();
            final List<float[]> alone = new ArrayList<>();
            final double oneByOne = Interleaved.seconds(() -> {
                alone.add(learn(1));
                alone.add(learn(2));
            });
            Interleaved.rest();
            final List<float[]> together = new ArrayList<>();
            final double atOnce = Interleaved.seconds(() -> {
                final CompletableFuture<float[]> first = CompletableFuture.supplyAsync(() -> learn(1));
                final CompletableFuture<float[]> second = CompletableFuture.supplyAsync(() -> learn(2));
                together.add(first.join());
                together.add(second.join());
            });
            for (int learner = 0; learner < 2; learner++) {
                if (!Arrays.equals(alone.get(learner), together.get(learner))) {
                    throw new IOException("Two trainings at once gave other models than one after the other.");
                }
            }
            ratios.add(atOnce / oneByOne);
        }
        return new Figure("two_learners_ratio", ratios, "both at once / one after the other, same models");
    }

    private float[] learn(final long seed) {
        final NetworkConfiguration network = model.specification().network();
        final ImageShape shape = network.image();
        final int rows = 4 * batch;
        final byte[] pixels = new byte[rows * shape.size()];
        final int[] labels = new int[rows];
        final KeyedNoise noise = new KeyedNoise(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) noise.uniformInt(0, i, 256);
        }
        for (int row = 0; row < rows; row++) {
            labels[row] = row % network.classes();
        }
        final TrainingImages images =
                new TrainingImages(shape, pixels, labels, model.specification().classNames());
        try {
            return JointTraining.train(
                            images,
                            TrainingSettings.of(network)
                                    .withBatchSize(batch)
                                    .withBudget(TrainingBudget.ofSteps(LEARNER_STEPS))
                                    .withDevice(Device.cpu())
                                    .withPrecision(Precision.FLOAT32)
                                    .withSeed(seed),
                            "class",
                            ProgressMonitor.silent())
                    .model()
                    .weights();
        } catch (final TrainingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private List<PixelImage> images(final int count) {
        final ImageShape shape = model.specification().network().image();
        final KeyedNoise noise = new KeyedNoise(5);
        return IntStream.range(0, count)
                .mapToObj(row -> {
                    final byte[] values = new byte[shape.size()];
                    for (int i = 0; i < values.length; i++) {
                        // as much to compress as in a photograph: rough and smooth parts
                        values[i] = (byte) (i % 28 < 14 ? 200 : noise.uniformInt(row, i, 64));
                    }
                    return new PixelImage(shape, values);
                })
                .toList();
    }
}
