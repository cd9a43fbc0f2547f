package org.jointdiffusion.runtime.sampling;

/** Predicts the noise epsilon in images: a network, guided or not, or an exact formula in a test. */
@FunctionalInterface
public interface Denoiser {

    /**
     * The predicted noise of a batch whose rows are all at the same timestep.
     *
     * @param images n x channels x height x width, flat; not changed
     * @param timestep in 0 .. T-1
     * @return epsilon, of the same length as {@code images}
     */
    float[] noise(float[] images, int timestep);
}
