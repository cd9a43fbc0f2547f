package org.jointdiffusion.runtime.sampling;

/**
 * DPM-Solver++(2M) (Lu et al. 2022, algorithm 2), deterministic: x_s = sigma_s / sigma_t x_t - alpha_s (exp(-h) - 1) D,
 * h = lambda_s - lambda_t, D = (1 + 1 / 2r) x_0(t) - 1 / 2r x_0(previous t), r = previous h / h.
 *
 * <p>The predicted x_0 is clipped to [-1, 1]. The first step, and the last one, which ends at infinite lambda, are of
 * first order. Needs a path of equal log-SNR distances: on equally spaced timesteps it is worse than DDIM.
 */
public final class DpmSolverSampler implements Sampler {

    @Override
    public float[] denoise(
            final Denoiser denoiser, final float[] noisy, final DenoisingPath path, final StepNoise noise) {
        final float[] images = noisy.clone();
        float[] previous = null;
        for (int step = 0; step < path.steps(); step++) {
            final float[] clean = path.predictedImages(step, images, denoiser.noise(images, path.timestep(step)));
            final double distance = path.lambda(step + 1) - path.lambda(step);
            final double extrapolation = path.extrapolation(step);
            final double imageShare = Math.sqrt((1 - path.alphaBar(step + 1)) / (1 - path.alphaBar(step)));
            final double cleanShare = -Math.sqrt(path.alphaBar(step + 1)) * Math.expm1(-distance);
            for (int i = 0; i < images.length; i++) {
                final double earlier = previous == null ? 0 : previous[i];
                final double direction = (1 + extrapolation) * clean[i] - extrapolation * earlier;
                images[i] = (float) (imageShare * images[i] + cleanShare * direction);
            }
            previous = clean;
        }
        return images;
    }
}
