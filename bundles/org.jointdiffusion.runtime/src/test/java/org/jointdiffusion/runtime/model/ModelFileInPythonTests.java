package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lines of Python that the documentation shows open every file; skipped where Debian's python3-numpy is missing.
 */
final class ModelFileInPythonTests {

    private static final String PYTHON = "/usr/bin/python3";

    private static final Path DOCUMENTATION = Path.of(System.getProperty("basedir", "."))
            .resolve("../../docs/model-files.md")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsPython() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "There is no " + PYTHON + ".");
        assumeTrue(run("import numpy").isEmpty(), PYTHON + " has no NumPy: install Debian's package python3-numpy.");
    }

    @ParameterizedTest
    @EnumSource
    void theLinesOfTheDocumentationOpenIt(final WeightStorage storage) throws Exception {
        final JointModel model = GoldenModelTests.model();
        try (OutputStream stream = Files.newOutputStream(folder.resolve("model.safetensors"))) {
            ModelFile.write(model, storage, stream);
        }
        final String printed = run(
                lines()
                        + """

                print(json.loads(header["__metadata__"]["joint_diffusion.specification"])["classNames"])
                print(tensors["head.output.weight"].shape)
                print(*numpy.concatenate([t.reshape(-1) for t in tensors.values()]).tolist())
                """);
        final List<String> lines = printed.lines().toList();
        assertEquals("['Rock', 'Hose']", lines.get(0), printed);
        assertTrue(lines.get(1).startsWith("(2, "), printed);
        final String[] weights = lines.get(2).split(" ");
        assertEquals(model.weights().length, weights.length);
        for (int i = 0; i < weights.length; i++) {
            assertEquals(model.weights()[i], Float.parseFloat(weights[i]), "weight " + i);
        }
    }

    /** The first block of Python in the documentation; it has three lines. */
    private static String lines() throws IOException {
        final Matcher block = Pattern.compile("(?s)```python\n(.*?)\n```").matcher(Files.readString(DOCUMENTATION));
        assertTrue(block.find(), "There is no Python in " + DOCUMENTATION);
        assertEquals(3, block.group(1).lines().count());
        return block.group(1);
    }

    private String run(final String program) throws IOException, InterruptedException {
        final Process python = new ProcessBuilder(PYTHON, "-c", program)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        final String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        python.waitFor();
        return output;
    }
}
