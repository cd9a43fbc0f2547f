package org.jointdiffusion.runtime.training;

/** Counts losses that are not numbers: each halves the learning rate, and after too many of them training gives up. */
public final class DivergenceGuard {

    /** Each time the learning rate is halved, so that a 32nd of it was tried in the end. */
    private static final int MOST_FAILURES = 6;

    private int failures;
    private long firstFailure;

    /** A guard that has seen no failure yet. */
    public DivergenceGuard() {}

    /** Goes on counting. */
    DivergenceGuard(final int failures, final long firstFailure) {
        this.failures = failures;
        this.firstFailure = firstFailure;
    }

    /** What the learning rate is multiplied by. */
    public double factor() {
        return Math.scalb(1, -failures);
    }

    /**
     * Takes note of a loss.
     *
     * @return whether it is a number
     * @throws TrainingException when too many losses were not numbers
     */
    public boolean accepts(final double loss, final long step) throws TrainingException {
        if (Double.isFinite(loss)) {
            return true;
        }
        failures++;
        firstFailure = failures == 1 ? step : firstFailure;
        if (failures == MOST_FAILURES) {
            throw new TrainingException(
                    "The training diverged: after " + step + " steps the loss is not a number for the "
                            + MOST_FAILURES
                            + "th time, although the learning rate was halved each time. Choose a smaller learning"
                            + " rate, or 32-bit precision.");
        }
        return false;
    }

    /** How many losses were not numbers. */
    int failures() {
        return failures;
    }

    /** The step of the first of them. */
    long firstFailure() {
        return firstFailure;
    }
}
