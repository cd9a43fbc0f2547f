package org.jointdiffusion.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;

/** Writes the program that the engine runs as a file that {@code torch.jit.load} opens. */
public final class ProgramExport {

    private ProgramExport() {}

    /**
     * Writes the program of a network.
     *
     * @param precision its arithmetic, decided
     */
    public static void write(final NetworkConfiguration network, final Precision precision, final Path file)
            throws IOException {
        Files.write(file, ProgramArchive.pack(new NetworkProgram(network, Precisions.arithmetic(precision)).text()));
    }
}
