package org.jointdiffusion.runtime.engine;

/**
 * The rows of one training step: x_t = signal x_0 + sigma noise is made on the device.
 *
 * @param images clean images x_0, n x channels x height x width, in [-1, 1]
 * @param variations what the classifier sees without noise: the images, perhaps shifted or mirrored; same shape
 * @param noise standard normal numbers of the same shape
 * @param timesteps the timestep of each row
 * @param signal sqrt(alpha-bar) of each row's timestep
 * @param sigma sqrt(1 - alpha-bar) of each row's timestep
 * @param labels the class of each row, -1 where there is none
 * @param masks dropout masks, one after the other in the order of the program's masks: 0 where a value is dropped and 1
 *     / (1 - rate) elsewhere; empty when nothing is dropped
 */
public record TrainingBatch(
        float[] images,
        float[] variations,
        float[] noise,
        int[] timesteps,
        float[] signal,
        float[] sigma,
        int[] labels,
        float[] masks) {

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }
}
