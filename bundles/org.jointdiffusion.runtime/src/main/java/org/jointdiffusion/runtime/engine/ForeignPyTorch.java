package org.jointdiffusion.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Notices a PyTorch library that somebody else has loaded into this process: a second copy would abort the JVM. */
final class ForeignPyTorch {

    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

    private ForeignPyTorch() {}

    /** The loaded library, where the system lists mapped files (Linux); elsewhere loading it again fails by itself. */
    static Optional<String> find() {
        if (!Files.isReadable(MAPPED_FILES)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(MAPPED_FILES)) {
            return lines.filter(line -> line.contains("libtorch_cpu"))
                    .findFirst()
                    .map(line -> line.substring(Math.max(0, line.indexOf('/'))));
        } catch (final IOException exception) {
            return Optional.empty();
        }
    }
}
