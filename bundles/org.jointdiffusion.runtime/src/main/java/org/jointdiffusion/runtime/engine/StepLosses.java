package org.jointdiffusion.runtime.engine;

/**
 * What one training step measured before it changed the weights.
 *
 * @param joint the joint loss
 * @param diffusion the mean squared error of the predicted noise
 * @param cleanCrossEntropy the mean cross entropy of the labelled rows without noise
 * @param noisyCrossEntropy the same at each row's timestep
 * @param right the number of clean labelled rows that were classified rightly
 */
public record StepLosses(
        double joint, double diffusion, double cleanCrossEntropy, double noisyCrossEntropy, int right) {

    /** Whether the loss is a number. */
    public boolean isFinite() {
        return Double.isFinite(joint);
    }
}
