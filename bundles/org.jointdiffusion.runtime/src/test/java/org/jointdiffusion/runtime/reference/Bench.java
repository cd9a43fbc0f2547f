package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures this extension against a plain PyTorch implementation on the same machine; started by {@code ./bench}.
 *
 * <p>Standard output holds one line a figure and nothing else; progress goes to the error stream.
 */
public final class Bench {

    private Bench() {}

    /**
     * Runs one group of measurements.
     *
     * @param arguments the folder with {@code reference.py}, then the name of the group
     */
    public static void main(final String[] arguments) throws IOException {
        final String group = arguments[1];
        if (!group.equals("speed")) {
            System.err.println("There is no group \"" + group + "\". The groups are: speed.");
            System.exit(2);
        }
        final Optional<String> reason = ReferenceProcess.reasonWhyMissing();
        if (reason.isPresent()) {
            System.err.println("There is nothing to compare with: " + reason.get() + ".");
            System.exit(1);
        }
        final Path scripts = Path.of(arguments[0]);
        final Path folder = Files.createTempDirectory("joint-diffusion-bench");
        final int threads = SpeedGroup.THREADS;
        try (ReferenceProcess plain = ReferenceProcess.start(scripts, folder, threads, ReferenceSetup.AS_INSTALLED);
                ReferenceProcess tuned = ReferenceProcess.start(scripts, folder, threads, ReferenceSetup.TUNED)) {
            final List<Figure> figures = new SpeedGroup(plain, tuned).measure();
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
