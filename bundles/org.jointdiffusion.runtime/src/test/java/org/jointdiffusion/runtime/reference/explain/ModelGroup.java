package org.jointdiffusion.runtime.reference.explain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.ModelSamples;
import org.jointdiffusion.runtime.model.WeightStorage;
import org.jointdiffusion.runtime.sampling.ConditionalSampler;
import org.jointdiffusion.runtime.sampling.SampleRequest;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.jointdiffusion.runtime.training.HeldOutErrorsOfModel;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingSettings;

/**
 * Trains the model that comes with the workflow "Explain with a ready model"; the group {@code model} of
 * {@code ./bench}.
 */
public final class ModelGroup {

    private static final String USAGE = "Usage: ./bench model FILE [MINUTES [EARLIER]]: trains the model of an"
            + " example workflow for so many minutes (60), draws samples with it and writes both in half precision;"
            + " goes on from an EARLIER model if one is named. With 0 minutes the EARLIER model stays as it is and gets"
            + " the denoising errors of held-out images; with \"draw\" instead of a number it gets samples alone, which"
            + " needs no data. OMP_NUM_THREADS sets the threads (2).";

    /** Instead of minutes. */
    private static final String DRAW = "draw";

    private static final Path DATA = Path.of("/usr/share/datasets/fashion-mnist");

    private static final String TARGET = "class";

    private static final double HELD_OUT = 0.03;

    private static final long SEED = 1;

    /** Half of the first training's, so that what was learned is not lost. */
    private static final double LATER_LEARNING_RATE = 5e-4;

    /** Drawing has come further than naming by then. */
    private static final double LATER_CLASSIFICATION_WEIGHT = 0.3;

    private ModelGroup() {}

    /**
     * Trains and writes the model.
     *
     * @throws IOException with a message for the user when the arguments are wrong or a file cannot be used
     */
    public static void run(final List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 3 || arguments.get(0).startsWith("-")) {
            throw new IOException(USAGE);
        }
        final boolean drawOnly = arguments.size() == 3 && DRAW.equals(arguments.get(1));
        final JointModel trained = drawOnly ? ExplainGroup.read(Path.of(arguments.get(2))) : trained(arguments);
        final JointModel model = trained.withSamples(samples(trained));
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments.get(0))))) {
            ModelFile.write(model, WeightStorage.HALF, stream);
        }
        model.card().facts().forEach((fact, value) -> System.out.println(fact + "\t" + value));
    }

    private static JointModel trained(final List<String> arguments) throws IOException {
        final double minutes;
        try {
            minutes = arguments.size() < 2 ? 60 : Double.parseDouble(arguments.get(1));
        } catch (final NumberFormatException exception) {
            throw new IOException(USAGE, exception);
        }
        if (!(minutes > 0) && arguments.size() < 3) {
            throw new IOException(USAGE);
        }
        try {
            return arguments.size() < 3 ? first(minutes) : later(ExplainGroup.read(Path.of(arguments.get(2))), minutes);
        } catch (final TrainingException exception) {
            throw new IOException(exception.getMessage(), exception);
        }
    }

    /** What the Learner keeps as well: images of the first classes, drawn by the usual settings. */
    private static Optional<ModelSamples> samples(final JointModel model) {
        final int classes = Math.min(model.specification().classNames().size(), ModelSamples.MOST_CLASSES);
        final List<SampleRequest> requests = IntStream.range(0, classes * ModelSamples.MOST_PER_CLASS)
                .mapToObj(row -> new SampleRequest(row, 0, row / ModelSamples.MOST_PER_CLASS))
                .toList();
        final List<PixelImage> images = new ArrayList<>();
        try (JointNetwork network = RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32)) {
            new ConditionalSampler(network, model)
                    .sample(
                            requests,
                            SamplingSettings.usual(SEED),
                            new ConsoleProgress("samples"),
                            sample -> images.add(sample.image()));
        }
        return ModelSamples.of(images, ModelSamples.MOST_PER_CLASS);
    }

    private static JointModel first(final double minutes) throws IOException, TrainingException {
        return JointTraining.train(training(), settings(minutes), TARGET, new ConsoleProgress("training"))
                .model();
    }

    private static JointModel later(final JointModel earlier, final double minutes)
            throws IOException, TrainingException {
        if (!(minutes > 0)) {
            return HeldOutErrorsOfModel.measure(earlier, training(), settings(1), new ConsoleProgress("errors"));
        }
        final TrainingSettings settings = settings(minutes);
        return JointTraining.goOn(
                        earlier,
                        training(),
                        settings.withOptimizer(settings.optimizer()
                                .withLearningRate(LATER_LEARNING_RATE)
                                .withClassificationWeight(LATER_CLASSIFICATION_WEIGHT)),
                        TARGET,
                        new ConsoleProgress("training"))
                .model();
    }

    private static TrainingImages training() throws IOException {
        return FashionData.read(DATA, FashionData.NAMES).training();
    }

    private static TrainingSettings settings(final double minutes) {
        return TrainingRecipe.settings(TrainingBudget.ofMinutes(minutes), HELD_OUT, SEED)
                .withDevice(Device.cpu());
    }
}
