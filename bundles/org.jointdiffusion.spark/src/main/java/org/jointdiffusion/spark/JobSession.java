package org.jointdiffusion.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;

/** Spark's session of one command. */
final class JobSession {

    private static final String CORES = "spark.executor.cores";
    private static final String THREADS = "spark.executorEnv.OMP_NUM_THREADS";

    /** The work that needs a session. */
    @FunctionalInterface
    interface Work {

        /** Does the work. */
        JobResult run(SparkSession spark) throws Exception;
    }

    private JobSession() {}

    /** Runs the work in a session that ends with it, and prints its result; the exit code is 0. */
    static int run(final String name, final CommandSpec command, final Work work) throws Exception {
        try (SparkSession spark = SparkSession.builder()
                .appName("Joint Diffusion: " + name)
                .config(withThreads(new SparkConf()))
                .getOrCreate()) {
            command.commandLine().getOut().println(work.run(spark));
        }
        return 0;
    }

    /** Lets PyTorch use as many threads as its executor has cores, instead of all of the machine. */
    static SparkConf withThreads(final SparkConf configuration) {
        configuration.setIfMissing(CORES, "1");
        return configuration.setIfMissing(THREADS, configuration.get(CORES));
    }
}
