package org.jointdiffusion.runtime.engine;

/**
 * What one training step does with its gradient.
 *
 * @param learningRate the step size of AdamW (Loshchilov and Hutter 2019)
 * @param weightDecay the decoupled weight decay
 * @param diffusionWeight the weight of the diffusion loss in the joint loss; with 0 the decoder is not even run
 * @param classificationWeight lambda, the weight of the cross entropy in the joint loss
 * @param gradientLimit the largest norm of the gradient; longer ones are shortened to it
 * @param averageDecay how much of the weights' moving average (EMA) is kept, in [0, 1)
 */
public record StepSettings(
        double learningRate,
        double weightDecay,
        double diffusionWeight,
        double classificationWeight,
        double gradientLimit,
        double averageDecay) {

    /** How the step changes the weights once the gradient is known. */
    AdamWSettings update() {
        return new AdamWSettings(learningRate, weightDecay, gradientLimit, averageDecay);
    }
}
