package org.jointdiffusion.runtime.sampling;

/**
 * SDE-DPM-Solver++(2M) (Lu et al. 2022, "DPM-Solver++", section on solvers of the diffusion SDE): an ancestral step
 * toward D = (1 + 1 / 2r) x_0(t) - 1 / 2r x_0(previous t), r = previous h / h, h = lambda_s - lambda_t.
 *
 * <p>In first order, with D = x_0(t), it is {@link DdpmSampler}: both draw x_s from q(x_s | x_t, D). The second order
 * sees where the predicted image is going, so that few steps do what DDPM needs many for; the fresh noise of each step
 * corrects what earlier steps did wrong, which the deterministic {@link DpmSolverSampler} cannot. The predicted x_0 is
 * clipped to [-1, 1]. The first and the last step are of first order.
 */
public final class StochasticDpmSolverSampler implements Sampler {

    @Override
    public float[] denoise(
            final Denoiser denoiser, final float[] noisy, final DenoisingPath path, final StepNoise noise) {
        final float[] images = noisy.clone();
        final float[] fresh = new float[images.length];
        float[] previous = null;
        for (int step = 0; step < path.steps(); step++) {
            final int timestep = path.timestep(step);
            final float[] clean = path.predictedImages(step, images, denoiser.noise(images, timestep));
            final AncestralStep shares = AncestralStep.of(path, step);
            final double extrapolation = path.extrapolation(step);
            if (shares.deviation() > 0) {
                noise.fill(timestep, fresh);
            }
            for (int i = 0; i < images.length; i++) {
                final double earlier = previous == null ? 0 : previous[i];
                final double direction = (1 + extrapolation) * clean[i] - extrapolation * earlier;
                images[i] = (float) (shares.cleanShare() * direction
                        + shares.imageShare() * images[i]
                        + shares.deviation() * fresh[i]);
            }
            previous = clean;
        }
        return images;
    }
}
