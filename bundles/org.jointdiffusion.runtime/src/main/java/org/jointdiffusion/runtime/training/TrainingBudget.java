package org.jointdiffusion.runtime.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When training ends at the latest.
 *
 * <p>With minutes, the number of steps depends on the speed of the machine, and so does the model; with epochs or steps
 * alone, the same seed on the same machine gives the same model.
 *
 * @param minutes the longest time, above 0; empty for any time
 * @param epochs how often every row is seen on average, at least 1; empty for any number
 * @param steps the number of steps, at least 1; empty for any number
 */
public record TrainingBudget(OptionalDouble minutes, OptionalInt epochs, OptionalLong steps) {

    /** Checks the values; throws {@link IllegalArgumentException}. */
    public TrainingBudget {
        if (minutes.isEmpty() && epochs.isEmpty() && steps.isEmpty()) {
            throw new IllegalArgumentException("Training needs a limit: minutes, epochs or steps.");
        }
        if (minutes.isPresent() && !(minutes.getAsDouble() > 0)) {
            throw new IllegalArgumentException("Training must last longer than 0 minutes.");
        }
        if (epochs.isPresent() && epochs.getAsInt() < 1) {
            throw new IllegalArgumentException("Training must last 1 epoch or more.");
        }
        if (steps.isPresent() && steps.getAsLong() < 1) {
            throw new IllegalArgumentException("Training must last 1 step or more.");
        }
    }

    /** A limit on time. */
    public static TrainingBudget ofMinutes(final double minutes) {
        return new TrainingBudget(OptionalDouble.of(minutes), OptionalInt.empty(), OptionalLong.empty());
    }

    /** A limit on epochs. */
    public static TrainingBudget ofEpochs(final int epochs) {
        return new TrainingBudget(OptionalDouble.empty(), OptionalInt.of(epochs), OptionalLong.empty());
    }

    /** A limit on steps. */
    public static TrainingBudget ofSteps(final long steps) {
        return new TrainingBudget(OptionalDouble.empty(), OptionalInt.empty(), OptionalLong.of(steps));
    }
}
