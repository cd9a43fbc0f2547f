package org.jointdiffusion.runtime.sampling;

import java.util.Arrays;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.engine.JointNetwork;

/**
 * A network whose predictions are steered toward a class for each row of a batch.
 *
 * @param network predicts the noise
 * @param desiredClasses one class index a row
 * @param guidance what is moved, and how far
 */
public record GuidedDenoiser(JointNetwork network, int[] desiredClasses, Guidance guidance) implements Denoiser {

    @Override
    public float[] noise(final float[] images, final int timestep) {
        final int[] timesteps = new int[desiredClasses.length];
        Arrays.fill(timesteps, timestep);
        return guidance.kind() == GuidanceKind.NONE
                ? network.noise(images, timesteps)
                : network.guidedNoise(images, timesteps, desiredClasses, guidance)
                        .noise();
    }
}
