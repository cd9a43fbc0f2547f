package org.jointdiffusion.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jointdiffusion.runner.progress.ProgressDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends the process; so the run that is interrupted is another process. */
class InterruptionTests {

    private static final String RUNNING = "running";

    /** Runs a workflow whose only node never ends by itself. */
    public static final class EndlessRun {
        public static void main(final String[] arguments) {
            final var folder = Path.of(arguments[0]);
            try {
                new WorkflowRun(new Announcement(), System.out, Map.of())
                        .run(new RunRequest(
                                folder.resolve("workflow"),
                                List.of(),
                                Map.of(),
                                folder.resolve("results"),
                                OptionalLong.empty(),
                                RunMode.EXECUTE));
            } catch (final RunException e) {
                System.out.println(e.exitCode() + ": " + e.getMessage());
            }
        }
    }

    /** Tells the test when the node runs. */
    private static final class Announcement implements ProgressDisplay {
        @Override
        public void status(final String text) {
            System.out.println(RUNNING);
        }

        @Override
        public void line(final String text) {
            System.out.println(text);
        }
    }

    @Test
    void theNodeStopsWithinTwoSecondsAndNothingIsWritten(@TempDir final Path folder) throws Exception {
        new TestWorkflow(folder.resolve("workflow"))
                .add(TestNodes.Endless.class)
                .write();
        final var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertTrue(hasLine(output, RUNNING), "the node was started");
            final var clock = InstantSource.system();
            final var start = clock.millis();
            process.toHandle().destroy(); // unlike Process.destroy, this leaves its output open
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the process ended");
            assertTrue(clock.millis() - start < 2000, "within two seconds");
            final var rest = output.lines().toList();
            assertTrue(rest.stream().anyMatch(line -> line.startsWith("Cancelled;")), rest.toString());
        } finally {
            process.destroyForcibly();
        }
        assertFalse(Files.exists(folder.resolve("results/report.html")));
        assertEquals(143, process.exitValue());
    }

    private static boolean hasLine(final BufferedReader output, final String wanted) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
