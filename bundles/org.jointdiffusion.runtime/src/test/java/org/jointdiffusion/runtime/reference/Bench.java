package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointdiffusion.runtime.engine.ReferenceSetup;
import org.jointdiffusion.runtime.reference.explain.ExplainGroup;
import org.jointdiffusion.runtime.reference.explain.ModelGroup;

/**
 * Measures this extension; started by {@code ./bench}. The group {@code speed} compares with a plain PyTorch
 * implementation on the same machine, the group {@code explain} judges samples and explanations, {@code model} trains
 * the model that comes with an example workflow, and {@code program} writes our program for a check with Python alone.
 *
 * <p>Standard output holds one line a figure and nothing else; progress goes to the error stream.
 */
public final class Bench {

    private Bench() {}

    /**
     * Runs one group of measurements.
     *
     * @param arguments the folder with {@code reference.py}, the name of the group, then its options
     */
    public static void main(final String[] arguments) {
        final List<String> options = List.of(arguments).subList(2, arguments.length);
        try {
            switch (arguments[1]) {
                case "speed" -> speed(Path.of(arguments[0]), options);
                case "explain" -> ExplainGroup.run(options, System.out);
                case "model" -> ModelGroup.run(options);
                case "program" -> ProgramGroup.run(options);
                default ->
                    throw new IOException("There is no group \"" + arguments[1]
                            + "\". The groups are: speed, nodes, memory, explain," + " model, program.");
            }
        } catch (final IOException exception) {
            System.err.println(exception.getMessage());
            System.exit(1);
        }
    }

    private static void speed(final Path scripts, final List<String> options) throws IOException {
        final SpeedOptions chosen = SpeedOptions.parse(options);
        final Optional<String> reason = ReferenceProcess.reasonWhyMissing();
        if (reason.isPresent()) {
            throw new IOException("There is nothing to compare with: " + reason.get() + ".");
        }
        final Optional<String> slow = ReferenceProcess.reasonWhySlow();
        if (slow.isPresent()) {
            throw new IOException("There is no fair comparison: " + slow.get() + ".");
        }
        final Path folder = Files.createTempDirectory("joint-diffusion-bench");
        final int threads = chosen.threads();
        try (ReferenceProcess plain = ReferenceProcess.start(scripts, folder, threads, ReferenceSetup.AS_INSTALLED);
                ReferenceProcess tuned = ReferenceProcess.start(scripts, folder, threads, ReferenceSetup.TUNED)) {
            final List<Figure> figures = new SpeedGroup(plain, tuned).measure(chosen);
            figures.forEach(figure -> System.out.println(figure.line()));
        } finally {
            delete(folder);
        }
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
