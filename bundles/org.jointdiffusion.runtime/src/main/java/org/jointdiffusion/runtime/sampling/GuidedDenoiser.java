package org.jointdiffusion.runtime.sampling;

import java.util.Arrays;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.diffusion.GuidanceScale;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.GuidanceShares;
import org.jointdiffusion.runtime.engine.JointNetwork;

/** A network whose predictions are steered toward a class for each row of a batch. */
public final class GuidedDenoiser implements Denoiser {

    private final JointNetwork network;

    private final double[] alphaBars;

    private final int[] desiredClasses;

    private final Guidance guidance;

    /**
     * A denoiser for one batch.
     *
     * @param network predicts the noise
     * @param schedule the noise levels of its timesteps
     * @param desiredClasses one class index a row
     * @param guidance what is moved, and how far
     */
    public GuidedDenoiser(
            final JointNetwork network,
            final NoiseSchedule schedule,
            final int[] desiredClasses,
            final Guidance guidance) {
        this.network = network;
        this.alphaBars = schedule.alphaBars();
        this.desiredClasses = desiredClasses;
        this.guidance = guidance;
    }

    @Override
    public float[] noise(final float[] images, final int timestep) {
        final int[] timesteps = new int[desiredClasses.length];
        Arrays.fill(timesteps, timestep);
        return guidance.kind() == GuidanceKind.NONE
                ? network.noise(images, timesteps)
                : network.guidedNoise(images, timesteps, desiredClasses, shares(timestep))
                        .noise();
    }

    /** By a power of the probability, the change is s sqrt(1 - abar) times the gradient. */
    private GuidanceShares shares(final int timestep) {
        return guidance.scale() == GuidanceScale.NOISE
                ? new GuidanceShares(guidance.kind(), guidance.strength(), 0)
                : new GuidanceShares(guidance.kind(), 0, guidance.strength() * Math.sqrt(1 - alphaBars[timestep]));
    }
}
