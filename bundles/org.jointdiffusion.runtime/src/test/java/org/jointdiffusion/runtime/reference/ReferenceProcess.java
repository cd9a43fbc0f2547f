package org.jointdiffusion.runtime.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jointdiffusion.runtime.engine.GuidanceShares;
import org.jointdiffusion.runtime.engine.ReferenceSetup;
import org.jointdiffusion.runtime.engine.StepSettings;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelFile;

/**
 * The same network in plain PyTorch, in a Python process of its own: {@code tests/reference/reference.py}.
 *
 * <p>Numbers travel through files in a folder, commands and answers through the process's streams.
 */
public final class ReferenceProcess implements AutoCloseable {

    /** Debian's Python, for which its package python3-torch is installed. */
    static final String PYTHON = "/usr/bin/python3";

    private final Path folder;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    private ReferenceProcess(final Path folder, final Process process) {
        this.folder = folder;
        this.process = process;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Why there is no reference on this machine; empty when there is one. */
    public static Optional<String> reasonWhyMissing() throws IOException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return Optional.of("there is no " + PYTHON);
        }
        return succeeds("import numpy, torch")
                ? Optional.empty()
                : Optional.of(PYTHON + " has no torch: install Debian's package python3-torch");
    }

    /**
     * Why the reference on this machine is no yardstick of speed; empty when it is one.
     *
     * <p>Without its recommended packages, Debian's PyTorch multiplies matrices with the reference BLAS, which is
     * slower by more than ten times: a ratio against it would say nothing.
     */
    public static Optional<String> reasonWhySlow() throws IOException {
        return succeeds("import torch; torch.ones(2, 2) @ torch.ones(2, 2); maps = open('/proc/self/maps').read();"
                        + " exit(not any(name in maps for name in ('openblas', 'blis', 'mkl', 'atlas')))")
                ? Optional.empty()
                : Optional.of("its PyTorch multiplies matrices with the reference BLAS: install Debian's package"
                        + " libopenblas0-pthread, which python3-torch recommends");
    }

    private static boolean succeeds(final String program) throws IOException {
        final Process check = new ProcessBuilder(PYTHON, "-c", program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return check.waitFor() == 0;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Starts the process.
     *
     * @param scripts the folder with {@code reference.py}
     * @param folder an empty folder for the numbers
     * @param threads the threads of its computations
     * @param setup how its threads and its memory are set up
     */
    public static ReferenceProcess start(
            final Path scripts, final Path folder, final int threads, final ReferenceSetup setup) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(
                PYTHON, scripts.resolve("reference.py").toString(), folder.toString(), Integer.toString(threads));
        builder.environment().putAll(setup.environment());
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        final ReferenceProcess reference = new ReferenceProcess(folder, builder.start());
        reference.readAnswer("its start");
        return reference;
    }

    /** Gives it a model, the inputs of its calls, the size of its guidance and the settings of its steps. */
    public void prepare(
            final JointModel model,
            final ReferenceInputs inputs,
            final GuidanceShares guidance,
            final StepSettings step)
            throws IOException {
        try (OutputStream stream = Files.newOutputStream(folder.resolve("model.safetensors"))) {
            ModelFile.write(model, stream);
        }
        command("model");
        inputs.write(folder);
        command("inputs");
        final Map<String, Double> settings = Map.of(
                "of_noise",
                guidance.ofNoise(),
                "of_gradient",
                guidance.ofGradient(),
                "diffusion",
                step.diffusionWeight(),
                "weight",
                step.classificationWeight(),
                "rate",
                step.learningRate(),
                "decay",
                step.weightDecay(),
                "limit",
                step.gradientLimit(),
                "averaging",
                1 - step.averageDecay());
        final List<String> pairs = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        command("settings " + String.join(" ", pairs));
    }

    /** Takes the model's weights again, as they were before any training step. */
    public void reload() throws IOException {
        command("model");
    }

    /** Makes a call and gives its results, one after the other. */
    public float[] run(final String call) throws IOException {
        command("run " + call);
        final byte[] bytes = Files.readAllBytes(folder.resolve("result.f32"));
        final float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Makes a call and gives the seconds it took, measured inside the process. */
    public double time(final String call) throws IOException {
        return Double.parseDouble(command("time " + call));
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String command(final String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
        return readAnswer("\"" + line + "\"");
    }

    private String readAnswer(final String question) throws IOException {
        final String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The reference process ended during " + question + "; its messages are above.");
        }
        return answer;
    }
}
