package org.jointdiffusion.runtime.training;

import java.util.Locale;
import java.util.OptionalDouble;

/** Counts steps and time against the budget. */
final class TrainingClock {

    private static final double NANOSECONDS = 1e9;

    private final long start;
    /** The steps and the share of the budget that an earlier process has taken. */
    private final long earlierSteps;

    private final double earlierProgress;
    private final OptionalDouble secondsLimit;
    private final long stepsLimit;
    private final int rows;
    private final int batchSize;
    private final long firstStepStart;
    private long steps;

    /**
     * A clock.
     *
     * @param rows training rows
     * @param begin the system's nanoseconds when the training was asked for
     * @param earlierSteps the steps that were taken before
     * @param earlierSeconds the time that they took
     */
    TrainingClock(
            final TrainingBudget budget,
            final int rows,
            final int batchSize,
            final long begin,
            final long earlierSteps,
            final double earlierSeconds) {
        start = begin - (long) (earlierSeconds * NANOSECONDS);
        this.earlierSteps = earlierSteps;
        steps = earlierSteps;
        this.rows = rows;
        this.batchSize = batchSize;
        firstStepStart = System.nanoTime();
        secondsLimit = budget.minutes().isPresent()
                ? OptionalDouble.of(60 * budget.minutes().getAsDouble())
                : OptionalDouble.empty();
        final long epochSteps = budget.epochs().isPresent()
                ? ((long) budget.epochs().getAsInt() * rows + batchSize - 1) / batchSize
                : Long.MAX_VALUE;
        stepsLimit = Math.min(epochSteps, budget.steps().orElse(Long.MAX_VALUE));
        earlierProgress = progress();
    }

    void countStep() {
        steps++;
    }

    long steps() {
        return steps;
    }

    long stepsPerEpoch() {
        return (rows + batchSize - 1L) / batchSize;
    }

    double epochs() {
        return (double) steps * batchSize / rows;
    }

    double seconds() {
        return (System.nanoTime() - start) / NANOSECONDS;
    }

    /** The used share of the budget, in [0, 1]. */
    double progress() {
        final double share = (double) steps / stepsLimit;
        return Math.min(1, Math.max(share, secondsLimit.isPresent() ? seconds() / secondsLimit.getAsDouble() : 0));
    }

    boolean isOver() {
        return progress() >= 1;
    }

    /** Training rows a second since the first step. */
    double imagesPerSecond() {
        return (steps - earlierSteps) * batchSize / ((System.nanoTime() - firstStepStart) / NANOSECONDS);
    }

    /** For the progress message: where the training is and how long it will still take. */
    String describe() {
        final double elapsed = (System.nanoTime() - firstStepStart) / NANOSECONDS;
        final double done = progress() - earlierProgress;
        final double left = done == 0 ? Double.NaN : elapsed * (1 - progress()) / done;
        return String.format(
                Locale.ROOT,
                "Step %d (epoch %.1f), %.0f images/s, %s left: ",
                steps,
                epochs(),
                imagesPerSecond(),
                duration(left));
    }

    private static String duration(final double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min %02.0f s", Math.floor(seconds / 60), Math.floor(seconds % 60));
    }
}
