package org.jointdiffusion.spark;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes every image until the model sees another class. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Changes every image as little as possible until the model sees another class in it.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private JobOptions options;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "The class that every image is changed to. Default: its second most probable one")
    private String desiredClass;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of all chance; a row's chance depends on it and on the image's name alone."
                    + " Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "How many draws of the noise are tried at each noise level. Default: 3")
    private Integer draws;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many denoising steps the highest noise level would take. Default: 30")
    private Integer steps;

    @Override
    public Integer call() throws Exception {
        final JobRequest request = options.request();
        final ExplanationSettings usual = ExplanationSettings.usual(seed);
        final int chosenDraws = draws == null ? usual.draws() : draws;
        final int chosenSteps = steps == null ? usual.steps() : steps;
        try {
            usual.withDraws(chosenDraws).withSteps(chosenSteps);
        } catch (final IllegalArgumentException exception) {
            throw new ParameterException(command.commandLine(), exception.getMessage(), exception);
        }
        return JobSession.run("explain", command, spark -> new ImageJob(spark)
                .run(
                        request,
                        model -> ExplanationTask.of(
                                model, Optional.ofNullable(desiredClass), seed, chosenDraws, chosenSteps)));
    }
}
