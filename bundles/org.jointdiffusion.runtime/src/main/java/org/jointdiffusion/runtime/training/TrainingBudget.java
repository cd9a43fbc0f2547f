package org.jointdiffusion.runtime.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When training ends at the latest.
 *
 * <p>With minutes, the number of steps depends on the speed of the machine, and so does the model; with epochs alone,
 * the same seed on the same machine gives the same model.
 *
 * @param minutes the longest time, above 0; empty for any time
 * @param epochs how often every row is seen, at least 1; empty for any number
 */
public record TrainingBudget(OptionalDouble minutes, OptionalInt epochs) {

    /** Checks the values; throws {@link IllegalArgumentException}. */
    public TrainingBudget {
        if (minutes.isEmpty() && epochs.isEmpty()) {
            throw new IllegalArgumentException("Training needs a limit: minutes or epochs.");
        }
        if (minutes.isPresent() && !(minutes.getAsDouble() > 0)) {
            throw new IllegalArgumentException("Training must last longer than 0 minutes.");
        }
        if (epochs.isPresent() && epochs.getAsInt() < 1) {
            throw new IllegalArgumentException("Training must last 1 epoch or more.");
        }
    }

    /** A limit on time. */
    public static TrainingBudget ofMinutes(final double minutes) {
        return new TrainingBudget(OptionalDouble.of(minutes), OptionalInt.empty());
    }

    /** A limit on epochs. */
    public static TrainingBudget ofEpochs(final int epochs) {
        return new TrainingBudget(OptionalDouble.empty(), OptionalInt.of(epochs));
    }
}
