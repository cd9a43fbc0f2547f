package org.jointdiffusion.runtime.sampling;

/** Walks along a path of falling noise from noisy images to clean ones. */
@FunctionalInterface
public interface Sampler {

    /**
     * Denoises a batch; a pure function of its arguments, one call of the denoiser for each step of the path.
     *
     * @param denoiser predicts the noise at each step; whatever it throws ends the walk
     * @param noisy images at the noise level of the path's first step, flat; not changed
     * @param path the timesteps to visit
     * @param noise the fresh noise; deterministic samplers never ask for it
     * @return clean images with values in [-1, 1]
     */
    float[] denoise(Denoiser denoiser, float[] noisy, DenoisingPath path, StepNoise noise);
}
