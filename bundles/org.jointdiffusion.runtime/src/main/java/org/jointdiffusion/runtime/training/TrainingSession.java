package org.jointdiffusion.runtime.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.PendingStep;
import org.jointdiffusion.runtime.engine.StepLosses;
import org.jointdiffusion.runtime.engine.StepSettings;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.model.TrainingState;

/** The loop of steps and validations of one training. */
final class TrainingSession {

    /** Validations are an epoch apart, but no closer and no further than these numbers of steps. */
    private static final int FEWEST_STEPS_BETWEEN = 20;

    private static final int MOST_STEPS_BETWEEN = 100;
    /** Enough rows to compare weights; more would take time from training. */
    private static final int MOST_VALIDATION_ROWS = 500;

    private final PreparedTraining training;
    private final TrainingSettings settings;
    private final TrainingRun run;
    private final StartingWeights start;
    private final BatchMaker batches;
    private final Evaluator evaluator;
    private final TrainingClock clock;
    private final LearningRateCurve learningRates;
    private final DivergenceGuard guard;
    private final Optional<CheckpointKeeper> checkpoints;
    private final BestWeights best;
    private final int stepsBetween;
    private final int rowsAtOnce;
    private final List<HistoryEntry> history = new ArrayList<>();
    private Optional<TrainingState> bestState;
    /** The step after which the learning rate last began to warm up. */
    private long warmUpStart;

    /**
     * A session.
     *
     * @param start what the run began with; noise is keyed by the step, counted from the very first training, so that
     *     none comes twice
     * @param checkpoints where checkpoints are kept; the run began with the one that was found
     * @param begin the system's nanoseconds when the training was asked for
     */
    TrainingSession(
            final PreparedTraining training,
            final TrainingRun run,
            final StartingWeights start,
            final Optional<CheckpointKeeper> checkpoints,
            final long begin) {
        this.training = training;
        this.run = run;
        this.start = start;
        settings = training.settings();
        this.checkpoints = checkpoints;
        final Optional<Checkpoint> found = checkpoints.flatMap(CheckpointKeeper::found);
        final long earlierSteps = found.map(Checkpoint::steps).orElse(0L);
        batches = new BatchMaker(training, run.masks());
        batches.skip(earlierSteps);
        evaluator = training.evaluator(MOST_VALIDATION_ROWS);
        clock = new TrainingClock(
                settings.budget(),
                training.trainingRows().length,
                batches.batchSize(),
                begin,
                earlierSteps,
                found.map(Checkpoint::seconds).orElse(0.0));
        guard = new DivergenceGuard(
                found.map(Checkpoint::failures).orElse(0),
                found.map(Checkpoint::firstFailure).orElse(0L));
        warmUpStart = found.map(Checkpoint::warmUpStart).orElse(0L);
        bestState = found.flatMap(Checkpoint::bestState);
        found.ifPresent(checkpoint -> history.addAll(checkpoint.history()));
        learningRates = new LearningRateCurve(
                settings.optimizer().learningRate(), settings.optimizer().plan());
        best = found.map(checkpoint -> new BestWeights(settings.validation(), checkpoint.best()))
                .orElseGet(() -> new BestWeights(settings.validation()));
        stepsBetween = (int) Math.max(FEWEST_STEPS_BETWEEN, Math.min(MOST_STEPS_BETWEEN, clock.stepsPerEpoch()));
        rowsAtOnce = Math.min(run.rowsAtOnce(), batches.batchSize());
    }

    /** Takes steps until the budget or the patience is at its end. */
    TrainedWeights run(final ProgressMonitor monitor) throws TrainingException {
        TrainingBatch batch = batches.next(start.earlierSteps() + clock.steps() + 1);
        final RunningLosses losses = new RunningLosses();
        while (true) {
            final long step = clock.steps() + 1;
            final double rate = guard.factor() * learningRates.at(step - warmUpStart, clock.progress());
            final PendingStep<StepLosses> pending = run.begin(batch, stepSettings(rate));
            final TrainingBatch current = batch;
            batch = batches.next(start.earlierSteps() + step + 1);
            final StepLosses result = pending.await(monitor::checkCancelled);
            if (!guard.accepts(result.joint(), step)) {
                goBack(step);
            }
            losses.add(result, current);
            clock.countStep();
            monitor.report(clock.progress(), clock.describe() + losses.describe(lastAccuracy()));
            final boolean last = clock.isOver();
            if (last || step % stepsBetween == 0) {
                validate(losses, rate, monitor);
                if (last || best.isExhausted()) {
                    return trained();
                }
                checkpoints.ifPresent(keeper -> keeper.offer(this::checkpoint));
            }
        }
    }

    /** Forgets what the steps since the last good weights have done. */
    private void goBack(final long step) {
        final float[] good = best.weights() == null ? start.average() : best.weights();
        run.restart(TrainingState.begin(good), good);
        warmUpStart = step;
    }

    private void validate(final RunningLosses losses, final double rate, final ProgressMonitor monitor)
            throws TrainingException {
        final Evaluation evaluation;
        try (JointNetwork network = run.averagedNetwork()) {
            evaluation = evaluator.evaluate(network, monitor);
        }
        final double loss = evaluation.joint(settings.optimizer());
        if (evaluator.hasRows() && !guard.accepts(loss, clock.steps())) {
            goBack(clock.steps());
        } else if (best.offer(run.averagedWeights(), clock.steps(), loss)
                && training.task().outcome() == TrainingTask.Outcome.MODEL_AND_STATE) {
            bestState = Optional.of(run.state());
        }
        history.add(new HistoryEntry(
                clock.steps(),
                clock.epochs(),
                clock.seconds(),
                losses.diffusion(),
                losses.classification(),
                evaluation.diffusionLoss(),
                evaluation.classificationLoss(),
                losses.accuracy(),
                evaluation.accuracy(),
                rate,
                clock.imagesPerSecond()));
        losses.reset();
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                run.state(),
                run.averagedWeights(),
                best.found(),
                bestState,
                clock.steps(),
                clock.seconds(),
                warmUpStart,
                guard.failures(),
                guard.firstFailure(),
                List.copyOf(history));
    }

    private TrainedWeights trained() throws TrainingException {
        if (best.weights() == null) {
            throw new TrainingException("The training diverged: at none of its validations the loss was a number."
                    + " Choose a smaller learning rate, or 32-bit precision.");
        }
        return new TrainedWeights(
                best.weights(),
                bestState,
                history,
                clock.steps(),
                clock.epochs(),
                best.step(),
                clock.seconds(),
                notes());
    }

    private List<String> notes() {
        final List<String> notes = new ArrayList<>();
        if (run.rowsAtOnce() < rowsAtOnce) {
            notes.add("The device has too little memory for " + rowsAtOnce + " images at once, so "
                    + run.rowsAtOnce() + " were computed at a time; the batch size is still " + batches.batchSize()
                    + ".");
        }
        if (guard.failures() > 0) {
            notes.add("The loss was not a number " + guard.failures() + (guard.failures() == 1 ? " time" : " times")
                    + ", first at step " + guard.firstFailure() + "; the training went back to its best weights and"
                    + " on with half the learning rate. Choose a smaller learning rate to avoid that.");
        }
        checkpoints.flatMap(CheckpointKeeper::problem).ifPresent(notes::add);
        return notes;
    }

    private StepSettings stepSettings(final double rate) {
        final OptimizerSettings optimizer = settings.optimizer();
        return new StepSettings(
                rate,
                optimizer.weightDecay(),
                optimizer.diffusionWeight(),
                optimizer.classificationWeight(),
                optimizer.gradientLimit(),
                optimizer.averageDecay());
    }

    private double lastAccuracy() {
        return history.isEmpty() ? Double.NaN : history.get(history.size() - 1).validationAccuracy();
    }
}
