package org.jointdiffusion.spark;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line that {@code spark-submit} starts: predicts or explains many images on the executors of Spark. */
@Command(
        name = "joint-diffusion-spark",
        subcommands = {PredictCommand.class, ExplainCommand.class},
        description = "Classifies or explains many images on a cluster, row by row.",
        footer = {
            "",
            "Exit codes: 0 done, also when single images could not be used (column \"Problem\"), 2 wrong arguments,",
            "4 the job failed."
        })
public final class SparkJob {

    private static final int FAILED = 4;

    @CommandLine.Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    private SparkJob() {}

    /** Runs a command; ends the process only when it failed, because Spark takes any other end of it for a failure. */
    public static void main(final String[] arguments) {
        final int code = run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs a command.
     *
     * @param output for the help and the result
     * @param errors for what went wrong
     * @return the exit code
     */
    static int run(final String[] arguments, final PrintWriter output, final PrintWriter errors) {
        return new CommandLine(new SparkJob())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(output)
                .setErr(errors)
                .setParameterExceptionHandler((exception, given) -> {
                    errors.println("joint-diffusion-spark: " + exception.getMessage());
                    errors.println("--help lists all options.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    errors.println("joint-diffusion-spark: " + JobException.explain(exception));
                    return FAILED;
                })
                .execute(arguments);
    }
}
