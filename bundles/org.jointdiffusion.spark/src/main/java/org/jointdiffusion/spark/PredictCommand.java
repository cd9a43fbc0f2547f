package org.jointdiffusion.spark;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Names the class of every image. */
@Command(name = "predict", sortOptions = false, description = "Names the class of every image, with probabilities.")
final class PredictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private JobOptions options;

    @Override
    public Integer call() throws Exception {
        final JobRequest request = options.request();
        return JobSession.run(
                "predict", command, spark -> new ImageJob(spark).run(request, model -> new PredictionTask()));
    }
}
