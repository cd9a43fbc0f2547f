package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.EngineException;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.ParameterLayout;

/** Trains a joint model: one network that denoises and classifies (paper, section "Joint training"). */
public final class JointTraining {

    private JointTraining() {}

    /**
     * Trains a model.
     *
     * <p>Rows without a label join the diffusion loss only; where they are the most, half of each batch is labelled.
     * What is validated, kept and given back is the moving average of the weights, at the validation with the smallest
     * joint loss.
     *
     * @param data the rows
     * @param settings how to train; its network must fit the rows
     * @param targetName the name of the column that holds the classes
     * @param monitor told about the progress; asked for cancellation several times a second
     * @return the model and how it came about
     * @throws TrainingException when the rows or settings do not allow a training, or when it diverges
     * @throws CancelledException when the user cancelled
     * @throws EngineException when the engine fails
     */
    public static TrainingResult train(
            final TrainingImages data,
            final TrainingSettings settings,
            final String targetName,
            final ProgressMonitor monitor)
            throws TrainingException {
        final long start = System.nanoTime();
        TrainingChecks.check(data, settings);
        monitor.report(0, "Starting the engine");
        final DataSplit split = DataSplit.of(data, settings.validation().share(), settings.seed());
        final float[] weights = InitialWeights.draw(ParameterLayout.of(settings.network()), settings.seed());
        try (TrainingRun run =
                RuntimeService.shared().train(settings.network(), weights, settings.device(), settings.precision())) {
            final TrainingSession session = new TrainingSession(data, split, settings, run, start);
            final TrainedWeights trained = session.run(monitor);
            return ModelCompletion.complete(data, split, settings, targetName, trained, run.precision());
        }
    }
}
