package org.jointdiffusion.runtime.reference.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.oracle.Oracle;
import org.jointdiffusion.runtime.oracle.OracleSettings;
import org.jointdiffusion.runtime.oracle.OracleTraining;
import org.jointdiffusion.runtime.oracle.StepBudget;
import org.jointdiffusion.runtime.sampling.SamplingSettings;
import org.jointdiffusion.runtime.training.Augmentation;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingException;

/**
 * How good samples and explanations are on Fashion-MNIST, judged by an independent classifier; the group
 * {@code explain} of {@code ./bench}.
 */
public final class ExplainGroup {

    private static final double HELD_OUT = 0.03;

    /** Added to the seed, so that the oracle's training shares no random number with the model's. */
    private static final long ORACLE_SEED = 1000;

    private final ExplainOptions options;

    private final PrintStream output;

    private ExplainGroup(final ExplainOptions options, final PrintStream output) {
        this.options = options;
        this.output = output;
    }

    /**
     * Understands the arguments, measures and prints one line a figure.
     *
     * @throws IOException with a message for the user when the arguments are wrong or a file cannot be used
     */
    public static void run(final List<String> arguments, final PrintStream output) throws IOException {
        if (arguments.contains("--help")) {
            System.err.print(ExplainOptions.USAGE);
            return;
        }
        final ExplainOptions options;
        try {
            options = ExplainOptions.parse(arguments);
        } catch (final IllegalArgumentException exception) {
            throw new IOException(exception.getMessage() + "\n" + ExplainOptions.USAGE, exception);
        }
        try {
            new ExplainGroup(options, output).measure();
        } catch (final TrainingException exception) {
            throw new IOException(exception.getMessage(), exception);
        }
    }

    private void measure() throws IOException, TrainingException {
        if (options.parts().stream().anyMatch(ExplainPart::needsModel)) {
            final JointModel model = model();
            final FashionData data =
                    FashionData.read(options.data(), model.specification().classNames());
            try (JointNetwork network = RuntimeService.shared().load(model, Device.automatic(), Precision.AUTOMATIC);
                    Oracle oracle = oracle(data)) {
                final TestBed bed = new TestBed(options, data, model, network, oracle);
                print(Estimate.share(
                        "oracle_accuracy",
                        TestBed.equal(oracle.classes(data.test()), data.testLabels()),
                        "share of the test images"));
                measureModel(bed);
            }
        }
        if (asked(ExplainPart.CLASSIFIER_ONLY)) {
            print(ClassifierOnlyFigures.measure(options, FashionData.read(options.data(), FashionData.NAMES)));
        }
        if (asked(ExplainPart.SEMISUPERVISED)) {
            print(SemisupervisedFigures.measure(options, FashionData.read(options.data(), FashionData.NAMES)));
        }
    }

    private void measureModel(final TestBed bed) throws IOException {
        if (asked(ExplainPart.ACCURACY)) {
            print(AccuracyFigures.measure(bed.data(), bed.model(), bed.network(), ""));
            print(Estimate.exact(
                    "parameters",
                    ParameterLayout.of(bed.model().specification().network()).size(),
                    "weights"));
            final String steps = bed.model().card().facts().get("steps");
            if (steps != null) {
                print(Estimate.exact("steps", Double.parseDouble(steps), "steps of the model's training"));
            }
        }
        if (asked(ExplainPart.SAMPLES)) {
            print(new SampleFigures(bed).measure());
        }
        if (asked(ExplainPart.COUNTERFACTUALS) || asked(ExplainPart.BASELINES)) {
            final CounterfactualFigures counterfactuals = new CounterfactualFigures(bed);
            if (asked(ExplainPart.BASELINES)) {
                print(counterfactuals.baselines());
            }
            if (asked(ExplainPart.COUNTERFACTUALS)) {
                print(counterfactuals.counterfactuals());
            }
        }
        if (asked(ExplainPart.SAMPLERS)) {
            print(new SamplerFigures(bed).measure(Guidance.NONE, ""));
        }
        if (asked(ExplainPart.GUIDED_SAMPLERS)) {
            final Guidance guidance = SamplingSettings.usual(options.seed()).guidance();
            print(new SamplerFigures(bed).measure(guidance, "_guided"));
        }
    }

    private boolean asked(final ExplainPart part) {
        return options.parts().contains(part);
    }

    /** The model of a file. */
    static JointModel read(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no model file \"" + file + "\".");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return ModelFile.read(stream);
        }
    }

    private JointModel model() throws IOException, TrainingException {
        if (options.model().isPresent()) {
            return read(options.model().get());
        }
        final FashionData data = FashionData.read(options.data(), FashionData.NAMES);
        final long start = System.nanoTime();
        final JointModel model = JointTraining.train(
                        data.training(),
                        TrainingRecipe.settings(TrainingBudget.ofMinutes(options.minutes()), HELD_OUT, options.seed()),
                        "class",
                        new ConsoleProgress("training"))
                .model();
        print(Estimate.exact("minutes", (System.nanoTime() - start) / 60e9, "min of the model's training"));
        return model;
    }

    private Oracle oracle(final FashionData data) throws TrainingException {
        return OracleTraining.train(
                data.training(),
                OracleSettings.DEFAULT
                        .withSeed(options.seed() + ORACLE_SEED)
                        .withAugmentation(Augmentation.DEFAULT.withFlip(Augmentation.Flip.HORIZONTAL))
                        .withBudget(StepBudget.ofSteps(options.oracleSteps())),
                new ConsoleProgress("oracle"));
    }

    private void print(final List<Estimate> estimates) throws IOException {
        for (final Estimate estimate : estimates) {
            print(estimate);
        }
    }

    private void print(final Estimate estimate) throws IOException {
        output.println(estimate.line());
        output.flush();
        if (options.out().isPresent()) {
            Files.writeString(
                    options.out().get(),
                    estimate.line() + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
