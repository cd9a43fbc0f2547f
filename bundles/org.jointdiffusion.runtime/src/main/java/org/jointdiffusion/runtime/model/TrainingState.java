package org.jointdiffusion.runtime.model;

/**
 * What a training needs besides the averaged weights of its model to go on as if it had not ended.
 *
 * @param weights the weights that were trained, flat, in the order of the network's parameter layout; not to be changed
 * @param firstMoment the mean of the gradients that AdamW keeps (Kingma and Ba 2015), in the same order
 * @param secondMoment the mean of their squares, in the same order, at least 0
 * @param steps the steps of AdamW that the moments have seen, at least 0
 */
public record TrainingState(float[] weights, float[] firstMoment, float[] secondMoment, long steps) {

    /** Checks the lengths; throws {@link IllegalArgumentException}. */
    public TrainingState {
        if (firstMoment.length != weights.length || secondMoment.length != weights.length || steps < 0) {
            throw new IllegalArgumentException("A training of " + weights.length + " weights has as many moments, not "
                    + firstMoment.length + " and " + secondMoment.length + ", after 0 or more steps, not " + steps
                    + ".");
        }
    }

    /** The state before the first step with these weights. */
    public static TrainingState begin(final float[] weights) {
        return new TrainingState(weights, new float[weights.length], new float[weights.length], 0);
    }
}
