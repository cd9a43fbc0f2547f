package org.jointdiffusion.runtime.sampling;

/** The fresh noise of a random sampler: always the same for the same timestep, however many steps a path has. */
@FunctionalInterface
public interface StepNoise {

    /** Fills a whole batch with standard normal values that depend on nothing but each row's key and the timestep. */
    void fill(int timestep, float[] target);
}
