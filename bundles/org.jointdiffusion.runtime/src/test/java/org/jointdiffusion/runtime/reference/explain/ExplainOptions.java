package org.jointdiffusion.runtime.reference.explain;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./bench explain} is asked to do.
 *
 * @param model a trained model; empty to train one
 * @param minutes how long to train a model when none is given
 * @param data the folder with the four IDX files
 * @param rows the number of counterfactuals, at least 2: half toward the second best class, half toward a random one
 * @param samples the number of images of every compared set, a multiple of the number of classes
 * @param steps the steps of each training that is made for a comparison
 * @param oracleSteps the steps of the oracle's training
 * @param seed of everything random
 * @param parts what to measure
 * @param out a file to which the figures are appended
 */
record ExplainOptions(
        Optional<Path> model,
        double minutes,
        Path data,
        int rows,
        int samples,
        int steps,
        int oracleSteps,
        long seed,
        Set<ExplainPart> parts,
        Optional<Path> out) {

    /** What is shown when the arguments cannot be understood. */
    static final String USAGE =
            """
            Usage: ./bench explain [OPTION VALUE]...
              --model FILE      a trained model (safetensors); without it, one is trained
              --minutes M       how long to train it then (30)
              --data FOLDER     the IDX files of Fashion-MNIST (/usr/share/datasets/fashion-mnist)
              --rows N          counterfactuals: half toward the second best, half toward a random class (500)
              --samples N       images of every set that is compared with real ones, a multiple of 10 (1000)
              --steps N         steps of the trainings for comparison (4000)
              --oracle-steps N  steps of the oracle's training (8000)
              --seed N          seed of everything random (1)
              --only A,B,..     parts: accuracy, samples, samplers, guided-samplers, counterfactuals, baselines,
                                classifier-only, semisupervised (all but guided-samplers)
              --out FILE        also appends the figures to this file
            """;

    /** Debian's package dataset-fashion-mnist. */
    static final ExplainOptions DEFAULT = new ExplainOptions(
            Optional.empty(),
            30,
            Path.of("/usr/share/datasets/fashion-mnist"),
            500,
            1000,
            4000,
            8000,
            1,
            ExplainPart.usual(),
            Optional.empty());

    private static final Set<String> NAMES = Set.of(
            "--model",
            "--minutes",
            "--data",
            "--rows",
            "--samples",
            "--steps",
            "--oracle-steps",
            "--seed",
            "--only",
            "--out");

    /** The test set has 1,000 images of each class; two sets of them are compared. */
    private static final int MOST_SAMPLES = 5000;

    /** The last 1,000 test images are never changed. */
    private static final int MOST_ROWS = 9000;

    /** Checks the numbers; throws {@link IllegalArgumentException} with a message for the user. */
    ExplainOptions {
        if (samples % FashionData.NAMES.size() != 0 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("--samples takes a multiple of " + FashionData.NAMES.size() + " up to "
                    + MOST_SAMPLES + ", not " + samples + ".");
        }
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException("--rows takes a number up to " + MOST_ROWS + ", not " + rows + ".");
        }
    }

    /** Understands the arguments; throws {@link IllegalArgumentException} with a message for the user. */
    static ExplainOptions parse(final List<String> arguments) {
        final Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            final String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("\"" + name + "\" is not followed by a value.");
            }
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("There is no option \"" + name + "\".");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new ExplainOptions(
                given(values, "--model").map(Path::of),
                given(values, "--minutes")
                        .map(value -> positive("--minutes", value))
                        .orElse(DEFAULT.minutes),
                given(values, "--data").map(Path::of).orElse(DEFAULT.data),
                given(values, "--rows").map(value -> count("--rows", value, 2)).orElse(DEFAULT.rows),
                given(values, "--samples")
                        .map(value -> count("--samples", value, 10))
                        .orElse(DEFAULT.samples),
                given(values, "--steps")
                        .map(value -> count("--steps", value, 1))
                        .orElse(DEFAULT.steps),
                given(values, "--oracle-steps")
                        .map(value -> count("--oracle-steps", value, 1))
                        .orElse(DEFAULT.oracleSteps),
                given(values, "--seed")
                        .map(value -> (long) count("--seed", value, 0))
                        .orElse(DEFAULT.seed),
                given(values, "--only").map(ExplainOptions::parts).orElse(DEFAULT.parts),
                given(values, "--out").map(Path::of));
    }

    private static Optional<String> given(final Map<String, String> values, final String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Set<ExplainPart> parts(final String value) {
        final Set<ExplainPart> parts = EnumSet.noneOf(ExplainPart.class);
        for (final String title : value.split(",")) {
            parts.add(ExplainPart.of(title));
        }
        return parts;
    }

    private static int count(final String name, final String value, final int least) {
        try {
            final int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (final NumberFormatException exception) {
            // said below
        }
        throw new IllegalArgumentException(
                name + " takes a whole number of " + least + " or more, not \"" + value + "\".");
    }

    private static double positive(final String name, final String value) {
        try {
            final double number = Double.parseDouble(value);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (final NumberFormatException exception) {
            // said below
        }
        throw new IllegalArgumentException(name + " takes a number above 0, not \"" + value + "\".");
    }
}
