package org.jointdiffusion.runtime.training;

/**
 * Reacts to losses that are not numbers: such a step changes no weight, so training goes on from the last good ones
 * with half the step size; after too many of them it gives up.
 */
public final class DivergenceGuard {

    private static final int MOST_FAILURES = 8;

    private double factor = 1;
    private int failures;

    /** What the learning rate is multiplied by. */
    public double factor() {
        return factor;
    }

    /**
     * Takes note of a step's loss.
     *
     * @throws TrainingException when too many losses were not numbers
     */
    public void check(final double loss, final long step) throws TrainingException {
        if (Double.isFinite(loss)) {
            return;
        }
        failures++;
        factor /= 2;
        if (failures == MOST_FAILURES) {
            throw new TrainingException(
                    "The training diverged: after " + step + " steps the loss is not a number for the "
                            + MOST_FAILURES
                            + "th time, although the learning rate was halved each time. Choose a smaller learning"
                            + " rate, or 32-bit precision.");
        }
    }
}
