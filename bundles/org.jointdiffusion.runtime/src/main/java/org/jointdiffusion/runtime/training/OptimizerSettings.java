package org.jointdiffusion.runtime.training;

/**
 * How the weights are improved.
 *
 * @param learningRate the largest step size of AdamW, above 0; it is reached after a warm-up and then falls along a
 *     cosine
 * @param weightDecay the decoupled weight decay, at least 0
 * @param diffusionWeight the weight of the diffusion loss in the joint loss, at least 0; usually 1, and 0 trains the
 *     classifier alone
 * @param classificationWeight lambda, the weight of the cross entropy in the joint loss, at least 0
 * @param averageDecay how much of the moving average of the weights (EMA) each step keeps, in [0, 1)
 * @param gradientLimit the largest norm of a gradient, above 0
 */
public record OptimizerSettings(
        double learningRate,
        double weightDecay,
        double diffusionWeight,
        double classificationWeight,
        double averageDecay,
        double gradientLimit) {

    /** What fits a few minutes of training. */
    public static final OptimizerSettings DEFAULT = new OptimizerSettings(1e-3, 1e-2, 1, 0.05, 0.995, 1);

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
    public OptimizerSettings withLearningRate(final double newRate) {
        return new OptimizerSettings(
                newRate, weightDecay, diffusionWeight, classificationWeight, averageDecay, gradientLimit);
    }

    /** The same with another classification weight. */
    public OptimizerSettings withClassificationWeight(final double newWeight) {
        return new OptimizerSettings(
                learningRate, weightDecay, diffusionWeight, newWeight, averageDecay, gradientLimit);
    }

    /** The same with another weight of the diffusion loss. */
    public OptimizerSettings withDiffusionWeight(final double newWeight) {
        return new OptimizerSettings(
                learningRate, weightDecay, newWeight, classificationWeight, averageDecay, gradientLimit);
    }
}
