package org.jointdiffusion.runtime.training;

/**
 * How the weights are improved. Start from {@link #DEFAULT} and change what differs.
 *
 * @param learningRate the largest step size of AdamW, above 0
 * @param plan how the step size changes during the training
 * @param weightDecay the decoupled weight decay, at least 0
 * @param diffusionWeight the weight of the diffusion loss in the joint loss, at least 0; usually 1, and 0 trains the
 *     classifier alone
 * @param classificationWeight lambda, the weight of the cross entropy in the joint loss, at least 0
 * @param classWeighting how much the rows of each class count in the cross entropy
 * @param averageDecay how much of the moving average of the weights (EMA) each step keeps at most, in [0, 1)
 * @param gradientLimit the largest norm of a gradient, above 0
 */
public record OptimizerSettings(
        double learningRate,
        LearningRatePlan plan,
        double weightDecay,
        double diffusionWeight,
        double classificationWeight,
        ClassWeighting classWeighting,
        double averageDecay,
        double gradientLimit) {

    /**
     * The average that fits trainings of any length.
     *
     * <p>After k steps the decay is at most (1 + k) / (10 + k): the average reaches back over the last ninth of the
     * training so far (a power function, as Karras et al. 2024 recommend), and in the end over 10,000 steps, as in the
     * paper.
     */
    public static final double AUTOMATIC_AVERAGE_DECAY = 0.9999;

    /** What fits most trainings. */
    public static final OptimizerSettings DEFAULT = new OptimizerSettings(
            1e-3, LearningRatePlan.DEFAULT, 1e-2, 1, 0.05, ClassWeighting.NONE, AUTOMATIC_AVERAGE_DECAY, 1);

    /** Checks the values; throws {@link IllegalArgumentException} with the offending one. */
    public OptimizerSettings {
        if (!(learningRate > 0) || !(learningRate <= 1)) {
            throw new IllegalArgumentException(
                    "The learning rate must be above 0 and at most 1, not " + learningRate + ".");
        }
        if (!(weightDecay >= 0) || !(classificationWeight >= 0) || !(gradientLimit > 0)) {
            throw new IllegalArgumentException(
                    "Weight decay and classification weight must be 0 or more and the gradient" + " limit above 0, not "
                            + weightDecay + ", " + classificationWeight + " and " + gradientLimit + ".");
        }
        if (!(diffusionWeight >= 0) || diffusionWeight + classificationWeight == 0) {
            throw new IllegalArgumentException("The weights of both losses must be 0 or more and one of them above 0,"
                    + " not " + diffusionWeight + " and " + classificationWeight + ".");
        }
        if (!(averageDecay >= 0) || !(averageDecay < 1)) {
            throw new IllegalArgumentException("The decay of the average must be in [0, 1), not " + averageDecay + ".");
        }
    }

    /** The same with another learning rate. */
    public OptimizerSettings withLearningRate(final double newLearningRate) {
        return new OptimizerSettings(
                newLearningRate,
                plan,
                weightDecay,
                diffusionWeight,
                classificationWeight,
                classWeighting,
                averageDecay,
                gradientLimit);
    }

    /** The same with another course of the learning rate. */
    public OptimizerSettings withPlan(final LearningRatePlan newPlan) {
        return new OptimizerSettings(
                learningRate,
                newPlan,
                weightDecay,
                diffusionWeight,
                classificationWeight,
                classWeighting,
                averageDecay,
                gradientLimit);
    }

    /** The same with another classification weight. */
    public OptimizerSettings withClassificationWeight(final double newClassificationWeight) {
        return new OptimizerSettings(
                learningRate,
                plan,
                weightDecay,
                diffusionWeight,
                newClassificationWeight,
                classWeighting,
                averageDecay,
                gradientLimit);
    }

    /** The same with another weight of the diffusion loss. */
    public OptimizerSettings withDiffusionWeight(final double newDiffusionWeight) {
        return new OptimizerSettings(
                learningRate,
                plan,
                weightDecay,
                newDiffusionWeight,
                classificationWeight,
                classWeighting,
                averageDecay,
                gradientLimit);
    }

    /** The same with another weighting of the classes. */
    public OptimizerSettings withClassWeighting(final ClassWeighting newClassWeighting) {
        return new OptimizerSettings(
                learningRate,
                plan,
                weightDecay,
                diffusionWeight,
                classificationWeight,
                newClassWeighting,
                averageDecay,
                gradientLimit);
    }

    /** The same with another moving average. */
    public OptimizerSettings withAverageDecay(final double newAverageDecay) {
        return new OptimizerSettings(
                learningRate,
                plan,
                weightDecay,
                diffusionWeight,
                classificationWeight,
                classWeighting,
                newAverageDecay,
                gradientLimit);
    }
}
