package org.jointdiffusion.runtime.reference.explain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.model.WeightStorage;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingResult;

/**
 * Trains the model that comes with the workflow "Explain with a ready model"; the group {@code model} of
 * {@code ./bench}.
 */
public final class ModelGroup {

    private static final String USAGE = "Usage: ./bench model FILE [MINUTES]: trains the model of an example workflow"
            + " for so many minutes (60) and writes it in half precision. OMP_NUM_THREADS sets the threads (2).";

    private static final Path DATA = Path.of("/usr/share/datasets/fashion-mnist");

    private static final double HELD_OUT = 0.03;

    private static final long SEED = 1;

    private ModelGroup() {}

    /**
     * Trains and writes the model.
     *
     * @throws IOException with a message for the user when the arguments are wrong or a file cannot be used
     */
    public static void run(final List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.get(0).startsWith("-")) {
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
            result = JointTraining.train(
                    FashionData.read(DATA, FashionData.NAMES).training(),
                    TrainingRecipe.settings(budget, HELD_OUT, SEED)
                            .withDevice(Device.cpu())
                            .withPrecision(Precision.BFLOAT16),
                    "class",
                    new ConsoleProgress("training"));
        } catch (final TrainingException exception) {
            throw new IOException(exception.getMessage(), exception);
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments.get(0))))) {
            ModelFile.write(result.model(), WeightStorage.HALF, stream);
        }
        result.model().card().facts().forEach((fact, value) -> System.out.println(fact + "\t" + value));
    }
}
