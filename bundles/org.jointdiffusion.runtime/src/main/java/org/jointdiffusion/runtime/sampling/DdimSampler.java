package org.jointdiffusion.runtime.sampling;

/**
 * DDIM sampling (Song et al. 2021, eq. 12): x_s = sqrt(abar_s) x_0 + sqrt(1 - abar_s - sigma^2) epsilon + sigma z,
 * where sigma = eta times the deviation of ancestral sampling (eq. 16). The predicted x_0 is clipped to [-1, 1] and
 * epsilon is made to agree with it.
 *
 * @param eta the share of fresh noise, in [0, 1]: 0 is deterministic, 1 equals {@link DdpmSampler}
 */
public record DdimSampler(double eta) implements Sampler {

    /** Checks eta; throws {@link IllegalArgumentException} outside [0, 1]. */
    public DdimSampler {
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("The share of fresh noise must be in 0 to 1, not " + eta + ".");
        }
    }

    @Override
    public float[] denoise(
            final Denoiser denoiser, final float[] noisy, final DenoisingPath path, final StepNoise noise) {
        final float[] images = noisy.clone();
        final float[] fresh = new float[images.length];
        for (int step = 0; step < path.steps(); step++) {
            final double signal = path.alphaBar(step);
            final double nextSignal = path.alphaBar(step + 1);
            final int timestep = path.timestep(step);
            final float[] clean = path.predictedImages(step, images, denoiser.noise(images, timestep));
            final double sigma = eta * Math.sqrt((1 - nextSignal) / (1 - signal) * (1 - signal / nextSignal));
            final double direction = Math.sqrt(Math.max(0, 1 - nextSignal - sigma * sigma));
            if (sigma > 0) {
                noise.fill(timestep, fresh);
            }
            for (int i = 0; i < images.length; i++) {
                final double epsilon = (images[i] - Math.sqrt(signal) * clean[i]) / Math.sqrt(1 - signal);
                images[i] = (float) (Math.sqrt(nextSignal) * clean[i] + direction * epsilon + sigma * fresh[i]);
            }
        }
        return images;
    }
}
