package org.jointdiffusion.runtime.training;

/**
 * The learning rate over a training: a linear warm-up, then a fall along half a cosine (Loshchilov and Hutter 2017).
 */
public final class LearningRateCurve {

    private static final int WARM_UP_STEPS = 50;
    /** What is left of the learning rate at the end. */
    private static final double LAST = 0.02;

    private final double largest;

    /** A curve with the given largest rate. */
    public LearningRateCurve(final double largest) {
        this.largest = largest;
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 1
     * @param progress the used share of the budget, in [0, 1]
     */
    public double at(final long step, final double progress) {
        final double fall = LAST + (1 - LAST) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
        return largest * Math.min(1, (double) step / WARM_UP_STEPS) * fall;
    }
}
