package org.jointdiffusion.runtime.training;

/** The learning rate over a training, as its plan says. */
public final class LearningRateCurve {

    /** What is left of the learning rate at the end of a cosine. */
    private static final double LAST = 0.02;

    private final double largest;
    private final LearningRatePlan plan;

    /** A curve with the given largest rate and the usual plan. */
    public LearningRateCurve(final double largest) {
        this(largest, LearningRatePlan.DEFAULT);
    }

    /** A curve with the given largest rate. */
    public LearningRateCurve(final double largest, final LearningRatePlan plan) {
        this.largest = largest;
        this.plan = plan;
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 1
     * @param progress the used share of the budget, in [0, 1]
     */
    public double at(final long step, final double progress) {
        final double warmUp = step >= plan.warmUpSteps() ? 1 : (double) step / plan.warmUpSteps();
        return largest * warmUp * course(Math.min(1, progress));
    }

    private double course(final double progress) {
        return switch (plan.course()) {
            case COSINE -> LAST + (1 - LAST) * 0.5 * (1 + Math.cos(Math.PI * progress));
            case CONSTANT -> 1;
        };
    }
}
