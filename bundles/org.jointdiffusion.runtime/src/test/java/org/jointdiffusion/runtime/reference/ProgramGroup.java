package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.ProgramExport;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.NetworkProgram;

/**
 * Writes what {@code check_program.py} needs to check and time our program with Python alone, for instance on a machine
 * with a GPU; the group {@code program} of {@code ./bench}.
 */
final class ProgramGroup {

    private static final String USAGE = "Usage: ./bench program FOLDER [small|medium|paper [ROWS]]: writes the"
            + " program, a model and the inputs of a batch for tests/reference/check_program.py.";

    private static final int ROWS = 64;

    private ProgramGroup() {}

    /** Writes the files; throws with a message for the user when the arguments are wrong. */
    static void run(final List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 3 || arguments.get(0).startsWith("-")) {
            throw new IOException(USAGE);
        }
        final NetworkPreset preset;
        final int rows;
        try {
            preset = arguments.size() < 2
                    ? NetworkPreset.SMALL
                    : NetworkPreset.valueOf(arguments.get(1).toUpperCase(Locale.ROOT));
            rows = arguments.size() < 3 ? ROWS : Integer.parseInt(arguments.get(2));
        } catch (final IllegalArgumentException exception) {
            throw new IOException(USAGE, exception);
        }
        write(Path.of(arguments.get(0)), preset.configure(new ImageShape(1, 28, 28), 10), rows);
    }

    /** Writes the programs, a model with random weights, and a batch of which nothing is dropped. */
    static void write(final Path folder, final NetworkConfiguration network, final int rows) throws IOException {
        Files.createDirectories(folder);
        ProgramExport.write(network, Precision.FLOAT32, folder.resolve("program-fp32.pt"));
        ProgramExport.write(network, Precision.BFLOAT16, folder.resolve("program-bf16.pt"));
        final JointModel model = ReferenceInputs.model(network);
        try (OutputStream stream = Files.newOutputStream(folder.resolve("model.safetensors"))) {
            ModelFile.write(model, stream);
        }
        final float[] kept = new float[Math.max(1, dropped(network, rows))];
        Arrays.fill(kept, 1);
        ReferenceInputs.draw(network, rows, kept).write(folder);
    }

    private static int dropped(final NetworkConfiguration network, final int rows) {
        return new NetworkProgram(network, Arithmetic.FLOAT32)
                .masks().stream()
                        .mapToInt((final DropoutMask mask) -> mask.values(rows))
                        .sum();
    }
}
