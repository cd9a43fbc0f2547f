package org.jointdiffusion.runtime.training;

import java.util.Optional;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.EngineException;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.model.JointModel;

/** Trains a joint model: one network that denoises and classifies (paper, section "Joint training"). */
public final class JointTraining {

    private JointTraining() {}

    /** Trains a new model as {@link #train(TrainingTask, TrainingSettings, ProgressMonitor)} does. */
    public static TrainingResult train(
            final TrainingImages data,
            final TrainingSettings settings,
            final String targetName,
            final ProgressMonitor monitor)
            throws TrainingException {
        return train(TrainingTask.of(data, targetName), settings, monitor);
    }

    /** Goes on training a model as {@link #train(TrainingTask, TrainingSettings, ProgressMonitor)} does. */
    public static TrainingResult goOn(
            final JointModel model,
            final TrainingImages data,
            final TrainingSettings settings,
            final String targetName,
            final ProgressMonitor monitor)
            throws TrainingException {
        return train(TrainingTask.of(data, targetName).goingOnFrom(StartingPoint.of(model)), settings, monitor);
    }

    /**
     * Trains a model, or goes on training one on the same or other rows, with the same or more classes.
     *
     * <p>Rows without a label join the diffusion loss only; where they are the most, half of each batch is labelled.
     * What is validated, kept and given back is the moving average of the weights, at the validation with the smallest
     * joint loss.
     *
     * <p>With checkpoints, a training that was broken off, by an end of the process or by a cancel, goes on from the
     * last one when the same is asked for again, and gives what it would have given.
     *
     * <p>Going on begins with the model's averaged weights and an optimizer that begins anew, whose moments are filled
     * again within the warm-up of the learning rate; or, with the state of the earlier training, where that one ended.
     * With the seed of the earlier training the same rows are held out again.
     *
     * @param task the rows, and where to begin; their class names include those of the model to go on from
     * @param settings how to train; the network must fit the rows, and be that of the model to go on from but for the
     *     number of classes
     * @param monitor told about the progress; asked for cancellation several times a second
     * @return the model and how it came about
     * @throws TrainingException when the rows or settings do not allow a training or do not fit the model to go on
     *     from, or when it diverges
     * @throws CancelledException when the user cancelled
     * @throws EngineException when the engine fails
     */
    public static TrainingResult train(
            final TrainingTask task, final TrainingSettings settings, final ProgressMonitor monitor)
            throws TrainingException {
        final long begin = System.nanoTime();
        TrainingChecks.check(task, settings);
        final StartingWeights start = StartingWeights.of(task, settings);
        monitor.report(0, "Starting the engine");
        final PreparedTraining training = PreparedTraining.of(task, settings);
        final Optional<CheckpointKeeper> keeper = CheckpointKeeper.of(task, settings, start.average().length);
        final Optional<Checkpoint> checkpoint = keeper.flatMap(CheckpointKeeper::found);
        try (TrainingRun run = RuntimeService.shared()
                .train(
                        settings.network(),
                        checkpoint.map(Checkpoint::state).orElse(start.state()),
                        checkpoint.map(Checkpoint::average).orElse(start.average()),
                        settings.device(),
                        settings.precision())) {
            settings.rowsAtOnce().ifPresent(run::limitRowsAtOnce);
            final TrainedWeights trained = new TrainingSession(training, run, start, keeper, begin).run(monitor);
            final TrainingResult result = ModelCompletion.complete(training, trained, run.precision(), monitor);
            keeper.ifPresent(CheckpointKeeper::end);
            return result;
        } catch (final TrainingException exception) {
            // going on would end in the same way
            keeper.ifPresent(CheckpointKeeper::end);
            throw exception;
        }
    }
}
