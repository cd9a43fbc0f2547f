package org.jointdiffusion.runtime.sampling;

/**
 * Ancestral DDPM sampling (Ho et al. 2020, algorithm 2), respaced to any path, where x_0 is predicted and clipped to
 * [-1, 1].
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
            final AncestralStep shares = AncestralStep.of(path, step);
            if (shares.deviation() > 0) {
                noise.fill(timestep, fresh);
            }
            for (int i = 0; i < images.length; i++) {
                images[i] = (float) (shares.cleanShare() * clean[i]
                        + shares.imageShare() * images[i]
                        + shares.deviation() * fresh[i]);
            }
        }
        return images;
    }
}
