package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.diffusion.NoiseSchedule;

/**
 * The timesteps of a batch with what they do to an image.
 *
 * @param timesteps one for each row
 * @param signal sqrt(alpha-bar) of each
 * @param sigma sqrt(1 - alpha-bar) of each
 */
record DiffusionTimes(int[] timesteps, float[] signal, float[] sigma) {

    /**
     * Spreads the timesteps of a batch evenly over the whole range (Kingma et al. 2021, "Variational diffusion models",
     * appendix I.1): each row's is uniform, and the mean over the batch varies less.
     *
     * @param schedule the noise schedule
     * @param rows the number of rows
     * @param offset a uniform random number in [0, 1), for the whole batch
     */
    static DiffusionTimes spread(final NoiseSchedule schedule, final int rows, final double offset) {
        final double[] alphaBars = schedule.alphaBars();
        final int[] timesteps = new int[rows];
        final float[] signal = new float[rows];
        final float[] sigma = new float[rows];
        for (int row = 0; row < rows; row++) {
            final double position = (offset + (double) row / rows) % 1;
            timesteps[row] = (int) (position * alphaBars.length);
            signal[row] = (float) Math.sqrt(alphaBars[timesteps[row]]);
            sigma[row] = (float) Math.sqrt(1 - alphaBars[timesteps[row]]);
        }
        return new DiffusionTimes(timesteps, signal, sigma);
    }
}
