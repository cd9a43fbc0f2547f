package org.jointdiffusion.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of its own with the classes of the tests: for what only a fresh process can show. */
public final class ChildProcess {

    private ChildProcess() {}

    /**
     * Runs the main method of a class, which has to end well.
     *
     * @param options of its virtual machine
     * @param environment variables that it has beside ours
     * @return what it printed
     */
    public static String run(
            final Class<?> main,
            final List<String> options,
            final Map<String, String> environment,
            final String... arguments)
            throws Exception {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.awt.headless=true");
        command.add("-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.to(
                new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null")));
        final Process process = builder.start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        return output.strip();
    }
}
