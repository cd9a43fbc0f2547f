package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;

/**
 * How conditional samples are made.
 *
 * @param sampler the numerical method
 * @param steps the number of denoising steps, at least 1
 * @param guidance how the samples are steered toward their classes
 * @param seed combined with the seed of each request
 * @param batchSize how many samples are made at once, at least 1, or {@link #AUTOMATIC_BATCH_SIZE}; it changes the
 *     speed, and the result at most by the rounding of the device's arithmetic
 */
public record SamplingSettings(SamplerKind sampler, int steps, Guidance guidance, long seed, int batchSize) {

    /** Lets the size of the network decide how many samples are made at once. */
    public static final int AUTOMATIC_BATCH_SIZE = 0;

    /** Checks the numbers; throws {@link IllegalArgumentException}. */
    public SamplingSettings {
        if (steps < 1) {
            throw new IllegalArgumentException("Sampling takes at least 1 step, not " + steps + ".");
        }
        if (batchSize < AUTOMATIC_BATCH_SIZE) {
            throw new IllegalArgumentException(
                    "The batch size must be 1 or more, or 0 for automatic, not " + batchSize + ".");
        }
    }

    /**
     * Ancestral DDPM in 50 steps with guidance on the noisy image.
     *
     * <p>Under guidance the fresh noise of each ancestral step lets later steps correct what earlier ones did: an
     * independent classifier recognised 85 % of the samples so made, against 73 % with deterministic DDIM and 72 % with
     * DPM-Solver++ (Fashion-MNIST, five minutes of training on 2,500 images, 100 samples). Twice the steps add little.
     */
    public static SamplingSettings usual(final long seed) {
        return new SamplingSettings(
                SamplerKind.DDPM,
                SamplerKind.DDPM.usualSteps(),
                Guidance.automatic(GuidanceKind.IMAGE),
                seed,
                AUTOMATIC_BATCH_SIZE);
    }
}
