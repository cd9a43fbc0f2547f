package org.jointdiffusion.runtime.sampling;

/**
 * Ancestral DDPM sampling (Ho et al. 2020, algorithm 2), respaced to any path: x_s is drawn from q(x_s | x_t, x_0), eq.
 * 6 and 7, where x_0 is predicted and clipped to [-1, 1] and alpha = abar_t / abar_s.
 */
public final class DdpmSampler implements Sampler {

    @Override
    public float[] denoise(
            final Denoiser denoiser, final float[] noisy, final DenoisingPath path, final StepNoise noise) {
        final float[] images = noisy.clone();
        final float[] fresh = new float[images.length];
        for (int step = 0; step < path.steps(); step++) {
            final int timestep = path.timestep(step);
            final float[] clean = path.predictedImages(step, images, denoiser.noise(images, timestep));
            final double left = 1 - path.alphaBar(step);
            final double nextLeft = 1 - path.alphaBar(step + 1);
            final double alpha = path.alphaBar(step) / path.alphaBar(step + 1);
            final double cleanShare = Math.sqrt(path.alphaBar(step + 1)) * (1 - alpha) / left;
            final double imageShare = Math.sqrt(alpha) * nextLeft / left;
            final double deviation = Math.sqrt(nextLeft / left * (1 - alpha));
            if (deviation > 0) {
                noise.fill(timestep, fresh);
            }
            for (int i = 0; i < images.length; i++) {
                images[i] = (float) (cleanShare * clean[i] + imageShare * images[i] + deviation * fresh[i]);
            }
        }
        return images;
    }
}
