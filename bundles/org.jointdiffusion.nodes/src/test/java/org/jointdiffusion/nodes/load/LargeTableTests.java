package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Predictions of a large table need no more memory than the table, and do not depend on the number of threads. */
@EnabledIfSystemProperty(named = "soak", matches = "true")
class LargeTableTests {

    /** The embedded host keeps tables in memory, some 1.5 KiB a row; KNIME itself keeps them on disk. */
    private static final String HEAP = "-Xmx384m";

    @Test
    void aHundredThousandRowsArePredictedWithASmallHeap() throws Exception {
        final int rows = Soak.cases(1000, 100_000);
        assertTrue(run(rows, 1).startsWith(rows + " rows, "));
    }

    @Test
    void oneThreadAndTwoGiveTheSame() throws Exception {
        assertEquals(run(2000, 1), run(2000, 2));
        final var here = NodeJob.lines(
                NodeJob.predictor(TestModels.barsAndDots(), 2000).execute(new DefaultNodeProgressMonitor()));
        assertEquals(here.size() + " rows, " + here.hashCode(), run(2000, 1));
    }

    private static String run(final int rows, final int threads) throws Exception {
        final ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LargeTable.class.getName(),
                Integer.toString(rows));
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.redirectError(ProcessBuilder.Redirect.to(
                new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null")));
        final Process process = builder.start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        return output.strip();
    }
}
