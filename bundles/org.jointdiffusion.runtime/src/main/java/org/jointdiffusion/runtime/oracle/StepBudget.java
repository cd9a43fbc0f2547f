package org.jointdiffusion.runtime.oracle;

/**
 * How long an oracle is trained: a number of epochs, within limits on the steps. Without a limit on time, so that equal
 * rows and seeds give equal oracles.
 *
 * @param epochs how often every row is seen, at least 1
 * @param fewestSteps also few rows are learned for as many steps, at least 1
 * @param mostSteps also many rows are learned for no more steps, at least {@code fewestSteps}
 */
public record StepBudget(int epochs, int fewestSteps, int mostSteps) {

    /** Fits from a hundred to some ten thousand small images, in seconds to three minutes. */
    public static final StepBudget DEFAULT = new StepBudget(15, 400, 8000);

    /** Checks the values; throws {@link IllegalArgumentException} with the offending one. */
    public StepBudget {
        if (epochs < 1) {
            throw new IllegalArgumentException("An oracle must be trained for 1 epoch or more, not " + epochs + ".");
        }
        if (fewestSteps < 1 || mostSteps < fewestSteps) {
            throw new IllegalArgumentException("The fewest steps must be 1 or more and at most the most steps, not "
                    + fewestSteps + " and " + mostSteps + ".");
        }
    }

    /** Exactly so many steps, whatever the number of rows. */
    public static StepBudget ofSteps(final int steps) {
        return new StepBudget(1, steps, steps);
    }

    /** The steps for the given number of rows. */
    int steps(final int rows, final int batchSize) {
        final long wanted = ((long) epochs * rows + batchSize - 1) / batchSize;
        return (int) Math.max(fewestSteps, Math.min(mostSteps, wanted));
    }
}
