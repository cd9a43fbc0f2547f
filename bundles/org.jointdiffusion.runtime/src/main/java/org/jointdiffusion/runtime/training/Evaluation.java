package org.jointdiffusion.runtime.training;

/**
 * What a network does on held-out rows.
 *
 * @param diffusionLoss mean squared error of the predicted noise
 * @param classificationLoss mean cross entropy without noise, in which classes are weighed as in training
 * @param accuracy share of rows classified rightly
 */
record Evaluation(double diffusionLoss, double classificationLoss, double accuracy) {

    /** No rows are held out. */
    static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN, Double.NaN);

    /** The joint loss with the weights of a training. */
    double joint(final OptimizerSettings optimizer) {
        return optimizer.diffusionWeight() * diffusionLoss + optimizer.classificationWeight() * classificationLoss;
    }
}
