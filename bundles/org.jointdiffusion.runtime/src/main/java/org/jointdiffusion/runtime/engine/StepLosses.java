package org.jointdiffusion.runtime.engine;

/**
 * What one training step measured before it changed the weights.
 *
 * @param joint the joint loss
 * @param diffusion the mean squared error of the predicted noise
 * @param cleanCrossEntropy the weighed cross entropy of the labelled rows without noise
 * @param noisyCrossEntropy the same at each row's timestep
 * @param right the number of clean labelled rows that were classified rightly
 */
public record StepLosses(
        double joint, double diffusion, double cleanCrossEntropy, double noisyCrossEntropy, int right) {

    /** Nothing yet. */
    static final StepLosses NONE = new StepLosses(0, 0, 0, 0, 0);

    /** What the program measured. */
    static StepLosses of(final float[] parts) {
        return new StepLosses(parts[0], parts[1], parts[2], parts[3], Math.round(parts[4]));
    }

    /** These losses and those of another part of the batch, which has the given share of the rows. */
    StepLosses plus(final StepLosses part, final double share) {
        return new StepLosses(
                joint + part.joint,
                diffusion + share * part.diffusion,
                cleanCrossEntropy + part.cleanCrossEntropy,
                noisyCrossEntropy + part.noisyCrossEntropy,
                right + part.right);
    }

    /** Whether the loss is a number. */
    public boolean isFinite() {
        return Double.isFinite(joint);
    }
}
