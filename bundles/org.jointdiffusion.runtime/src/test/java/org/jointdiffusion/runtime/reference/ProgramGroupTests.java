package org.jointdiffusion.runtime.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for a check with Python alone passes that check. */
class ProgramGroupTests {

    /** With dropout in every part. */
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(new ImageShape(1, 8, 8), 2, 8, List.of(1, 2), 1, List.of(2), 2, 2, 0.1, 0.1);

    @TempDir
    private Path folder;

    @Test
    void pythonAloneFindsTheSameNumbers() throws Exception {
        final Optional<String> reason = ReferenceProcess.reasonWhyMissing();
        assumeTrue(reason.isEmpty(), () -> "The program was NOT checked: " + reason.orElseThrow() + ".");
        ProgramGroup.write(folder, NETWORK, 6);
        final Path log = folder.resolve("log");
        final ProcessBuilder builder = new ProcessBuilder(
                        ReferenceProcess.PYTHON,
                        "../../tests/reference/check_program.py",
                        folder.toString(),
                        "--device",
                        "cpu",
                        "--rounds",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        assertEquals(0, builder.start().waitFor(), Files.readString(log));
        final String figures = Files.readString(log);
        for (final String name : List.of("noise", "logits", "guided_noise", "gradient")) {
            assertTrue(figures.contains(name + "_difference\t"), figures);
        }
        assertTrue(figures.contains("train_step_ratio_fp32\t"), figures);
    }

    @Test
    void wrongArgumentsAreExplained() {
        for (final List<String> arguments :
                List.of(List.<String>of(), List.of(folder + "", "huge"), List.of(folder + "", "small", "many"))) {
            assertTrue(assertThrows(IOException.class, () -> ProgramGroup.run(arguments))
                    .getMessage()
                    .startsWith("Usage: ./bench program FOLDER"));
        }
    }
}
