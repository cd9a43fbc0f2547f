package org.jointdiffusion.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkJobTests {

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(final String... arguments) {
        return SparkJob.run(arguments, new PrintWriter(output, true), new PrintWriter(errors, true));
    }

    @Test
    void listsItsCommandsAndTheirOptions() {
        assertEquals(0, run("--help"));
        assertTrue(output.toString().contains("predict"), output::toString);
        assertEquals(0, run("explain", "--help"));
        assertTrue(output.toString().contains("--rows-per-block"), output::toString);
        assertEquals("", errors.toString());
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(2, run("predict", "--images", "images", "--out", "out"));
        assertTrue(errors.toString().contains("--model"), errors::toString);
    }

    @Test
    void asksForACommand() {
        assertEquals(2, run());
        assertTrue(errors.toString().contains("subcommand"), errors::toString);
    }

    @Test
    void refusesBlocksWithoutRows() {
        assertEquals(2, run("predict", "--model", "m", "--images", "i", "--out", "o", "--rows-per-block", "0"));
        assertTrue(errors.toString().contains("--rows-per-block must be 1 or more, not 0."), errors::toString);
    }

    @Test
    void refusesSettingsThatTheExplainerRefuses() {
        assertEquals(2, run("explain", "--model", "m", "--images", "i", "--out", "o", "--draws", "0"));
        assertTrue(errors.toString().contains("There must be at least 1 draw of the noise"), errors::toString);
    }

    @Test
    void anExecutorComputesWithAsManyThreadsAsItHasCores() {
        final SparkConf usual = JobSession.withThreads(new SparkConf(false));
        assertEquals("1", usual.get("spark.executor.cores"));
        assertEquals("1", usual.get("spark.executorEnv.OMP_NUM_THREADS"));
        final SparkConf four = JobSession.withThreads(new SparkConf(false).set("spark.executor.cores", "4"));
        assertEquals("4", four.get("spark.executorEnv.OMP_NUM_THREADS"));
    }

    @Test
    void tellsAFailureOfAnExecutorWithoutItsStack() {
        final Exception failure = new IllegalStateException(
                "Job aborted: java.io.IOException: The disk is full.\n\tat a.B.c(D.java:1)\n\nDriver stacktrace:");
        assertEquals("Job aborted: java.io.IOException: The disk is full.", JobException.explain(failure));
        assertEquals("java.lang.IllegalStateException", JobException.explain(new IllegalStateException()));
    }
}
