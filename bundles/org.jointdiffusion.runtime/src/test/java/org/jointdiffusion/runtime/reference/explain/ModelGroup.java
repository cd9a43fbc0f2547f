package org.jointdiffusion.runtime.reference.explain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.WeightStorage;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingResult;
import org.jointdiffusion.runtime.training.TrainingSettings;

/**
 * Trains the model that comes with the workflow "Explain with a ready model"; the group {@code model} of
 * {@code ./bench}.
 */
public final class ModelGroup {

    private static final String USAGE = "Usage: ./bench model FILE [MINUTES [EARLIER]]: trains the model of an"
            + " example workflow for so many minutes (60), writes it in half precision; goes on from an EARLIER model"
            + " if one is named. OMP_NUM_THREADS sets the threads (2).";

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
        final TrainingBudget budget;
        try {
            budget = TrainingBudget.ofMinutes(arguments.size() < 2 ? 60 : Double.parseDouble(arguments.get(1)));
        } catch (final IllegalArgumentException exception) {
            throw new IOException(USAGE, exception);
        }
        final TrainingResult result;
        try {
            result = arguments.size() < 3 ? first(budget) : later(ExplainGroup.read(Path.of(arguments.get(2))), budget);
        } catch (final TrainingException exception) {
            throw new IOException(exception.getMessage(), exception);
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments.get(0))))) {
            ModelFile.write(result.model(), WeightStorage.HALF, stream);
        }
        result.model().card().facts().forEach((fact, value) -> System.out.println(fact + "\t" + value));
    }

    private static TrainingResult first(final TrainingBudget budget) throws IOException, TrainingException {
        return JointTraining.train(
                FashionData.read(DATA, FashionData.NAMES).training(),
                settings(budget),
                TARGET,
                new ConsoleProgress("training"));
    }

    private static TrainingResult later(final JointModel earlier, final TrainingBudget budget)
            throws IOException, TrainingException {
        final TrainingSettings settings = settings(budget);
        return JointTraining.goOn(
                earlier,
                FashionData.read(DATA, FashionData.NAMES).training(),
                settings.withOptimizer(settings.optimizer()
                        .withLearningRate(LATER_LEARNING_RATE)
                        .withClassificationWeight(LATER_CLASSIFICATION_WEIGHT)),
                TARGET,
                new ConsoleProgress("training"));
    }

    private static TrainingSettings settings(final TrainingBudget budget) {
        return TrainingRecipe.settings(budget, HELD_OUT, SEED).withDevice(Device.cpu());
    }
}
