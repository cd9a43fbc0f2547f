package org.jointdiffusion.runtime.training;

/**
 * How the learning rate changes during a training.
 *
 * @param course what it does after the warm-up
 * @param warmUpSteps over how many steps it grows linearly from 0 to its largest value, at least 0
 */
public record LearningRatePlan(Course course, int warmUpSteps) {

    /** What the learning rate does after the warm-up. */
    public enum Course {
        /** It falls along half a cosine to a fiftieth at the end of the budget (Loshchilov and Hutter 2017). */
        COSINE,
        /** It stays, as in the paper. */
        CONSTANT
    }

    /** A short warm-up, then the fall. */
    public static final LearningRatePlan DEFAULT = new LearningRatePlan(Course.COSINE, 50);

    /** Checks the warm-up; throws {@link IllegalArgumentException}. */
    public LearningRatePlan {
        if (warmUpSteps < 0) {
            throw new IllegalArgumentException("The warm-up must have 0 or more steps, not " + warmUpSteps + ".");
        }
    }
}
