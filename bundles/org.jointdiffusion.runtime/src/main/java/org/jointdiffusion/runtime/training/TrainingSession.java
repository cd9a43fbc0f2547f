package org.jointdiffusion.runtime.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.PendingStep;
import org.jointdiffusion.runtime.engine.StepLosses;
import org.jointdiffusion.runtime.engine.StepSettings;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.engine.TrainingRun;

/** The loop of steps and validations of one training. */
final class TrainingSession {

    /** Validations are an epoch apart, but no closer and no further than these numbers of steps. */
    private static final int FEWEST_STEPS_BETWEEN = 20;

    private static final int MOST_STEPS_BETWEEN = 100;
    /** Enough rows to compare weights; more would take time from training. */
    private static final int MOST_VALIDATION_ROWS = 500;

    private final TrainingSettings settings;
    private final TrainingRun run;
    private final BatchMaker batches;
    private final Evaluator evaluator;
    private final TrainingClock clock;
    private final LearningRateCurve learningRates;
    private final DivergenceGuard guard = new DivergenceGuard();
    private final BestWeights best;
    private final int stepsBetween;
    private final long earlierSteps;
    private final List<HistoryEntry> history = new ArrayList<>();

    /**
     * A session.
     *
     * @param start the system's nanoseconds when the training was asked for
     * @param earlierSteps the steps that the weights have seen before: noise is keyed by the step, and none comes twice
     */
    TrainingSession(
            final TrainingImages data,
            final DataSplit split,
            final TrainingSettings settings,
            final TrainingRun run,
            final long start,
            final long earlierSteps) {
        this.settings = settings;
        this.earlierSteps = earlierSteps;
        this.run = run;
        batches = new BatchMaker(data, split, settings, run.masks());
        final int[] held = Arrays.copyOf(split.validation(), Math.min(MOST_VALIDATION_ROWS, split.validation().length));
        evaluator = new Evaluator(data, held, settings.schedule(), settings.seed());
        clock = new TrainingClock(settings.budget(), split.training().length, batches.batchSize(), start);
        learningRates = new LearningRateCurve(settings.optimizer().learningRate());
        best = new BestWeights(settings.validation());
        stepsBetween = (int) Math.max(FEWEST_STEPS_BETWEEN, Math.min(MOST_STEPS_BETWEEN, clock.stepsPerEpoch()));
    }

    /** Takes steps until the budget or the patience is at its end. */
    TrainedWeights run(final ProgressMonitor monitor) throws TrainingException {
        TrainingBatch batch = batches.next(earlierSteps + 1);
        final RunningLosses losses = new RunningLosses();
        double rate = 0;
        while (true) {
            final long step = clock.steps() + 1;
            rate = guard.factor() * learningRates.at(step, clock.progress());
            final PendingStep<StepLosses> pending = run.begin(batch, stepSettings(rate));
            final TrainingBatch current = batch;
            batch = batches.next(earlierSteps + step + 1);
            final StepLosses result = pending.await(monitor::checkCancelled);
            guard.check(result.joint(), step);
            losses.add(result, current);
            clock.countStep();
            monitor.report(clock.progress(), clock.describe() + losses.describe(lastAccuracy()));
            final boolean last = clock.isOver();
            if (last || step % stepsBetween == 0) {
                validate(losses, rate, monitor);
                if (last || best.isExhausted()) {
                    return new TrainedWeights(
                            best.weights(), history, step, clock.epochs(), best.step(), clock.seconds());
                }
            }
        }
    }

    private void validate(final RunningLosses losses, final double rate, final ProgressMonitor monitor) {
        final Evaluation evaluation;
        try (JointNetwork network = run.averagedNetwork()) {
            evaluation = evaluator.evaluate(network, monitor);
        }
        best.offer(run.averagedWeights(), clock.steps(), evaluation.joint(settings.optimizer()));
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
