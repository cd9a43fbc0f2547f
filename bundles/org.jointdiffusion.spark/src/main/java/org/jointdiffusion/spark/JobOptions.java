package org.jointdiffusion.spark;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all commands have. */
final class JobOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "The model, a safetensors file. Only the driver reads it.")
    private String model;

    @Option(
            names = "--images",
            required = true,
            paramLabel = "PLACE",
            description = "A folder, of which every file is a row, or a text file that names an image in each line."
                    + " Every executor must be able to read the images at the same place.")
    private String images;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the result goes; the folder must not be there yet.")
    private String result;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PARQUET",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private ResultFormat format;

    @Option(
            names = "--rows-per-block",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many rows are computed at once. Results are the same on every cluster for the same"
                    + " number, and may differ in rounding for another. Default: ${DEFAULT-VALUE}")
    private int rowsPerBlock;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** What these options ask for; throws {@link ParameterException}. */
    JobRequest request() {
        if (rowsPerBlock < 1) {
            throw new ParameterException(
                    command.commandLine(), "--rows-per-block must be 1 or more, not " + rowsPerBlock + ".");
        }
        return new JobRequest(model, images, result, format, rowsPerBlock);
    }
}
