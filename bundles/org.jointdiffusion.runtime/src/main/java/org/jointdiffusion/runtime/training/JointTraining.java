package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.EngineException;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.model.JointModel;
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
        final float[] weights = InitialWeights.draw(ParameterLayout.of(settings.network()), settings.seed());
        return train(weights, 0, data, settings, targetName, monitor, start);
    }

    /**
     * Goes on training a model, on the same or other rows, with the same or more classes.
     *
     * <p>The model's averaged weights are the start. The optimizer begins anew, since model files do not hold its
     * moments; they are filled again within the warm-up of the learning rate. With the seed of the first training the
     * same rows are held out again.
     *
     * @param model where to begin; it stays as it is
     * @param data the rows; their class names include the model's
     * @param settings how to train; the network must be the model's but for the number of classes
     * @param targetName the name of the column that holds the classes
     * @param monitor told about the progress; asked for cancellation several times a second
     * @return the new model and how it came about
     * @throws TrainingException when the rows or settings do not allow a training or do not fit the model, or when it
     *     diverges
     * @throws CancelledException when the user cancelled
     * @throws EngineException when the engine fails
     */
    public static TrainingResult goOn(
            final JointModel model,
            final TrainingImages data,
            final TrainingSettings settings,
            final String targetName,
            final ProgressMonitor monitor)
            throws TrainingException {
        final long start = System.nanoTime();
        TrainingChecks.check(data, settings);
        final TrainingResult result = train(
                StartingWeights.of(model, data, settings),
                ModelHistory.steps(model.card()),
                data,
                settings,
                targetName,
                monitor,
                start);
        final JointModel trained = result.model();
        return new TrainingResult(
                new JointModel(
                        trained.specification(),
                        trained.weights(),
                        trained.temperature(),
                        ModelHistory.append(model.card(), trained.card())),
                result.history(),
                result.validation(),
                result.reliability());
    }

    private static TrainingResult train(
            final float[] weights,
            final long earlierSteps,
            final TrainingImages data,
            final TrainingSettings settings,
            final String targetName,
            final ProgressMonitor monitor,
            final long start)
            throws TrainingException {
        monitor.report(0, "Starting the engine");
        final DataSplit split = DataSplit.of(data, settings.validation().share(), settings.seed());
        try (TrainingRun run =
                RuntimeService.shared().train(settings.network(), weights, settings.device(), settings.precision())) {
            final TrainingSession session = new TrainingSession(data, split, settings, run, start, earlierSteps);
            final TrainedWeights trained = session.run(monitor);
            return ModelCompletion.complete(data, split, settings, targetName, trained, run.precision());
        }
    }
}
