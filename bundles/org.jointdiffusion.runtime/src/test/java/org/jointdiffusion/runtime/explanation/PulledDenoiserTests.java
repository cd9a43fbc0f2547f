package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.sampling.Denoiser;
import org.junit.jupiter.api.Test;

class PulledDenoiserTests {

    private static final int TIMESTEP = 300;

    private static final double[] ALPHA_BARS = NoiseSchedule.DEFAULT.alphaBars();

    private static final float[] NOISE = {0.5f, -1, 0.25f, 2};

    /** Noisy images whose true clean images are given. */
    private static float[] noisy(final float... clean) {
        final float[] noisy = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            noisy[i] = (float)
                    (Math.sqrt(ALPHA_BARS[TIMESTEP]) * clean[i] + Math.sqrt(1 - ALPHA_BARS[TIMESTEP]) * NOISE[i]);
        }
        return noisy;
    }

    private static float[] predicted(final float[] noisy, final float[] noise) {
        final float[] clean = new float[noisy.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float)
                    ((noisy[i] - Math.sqrt(1 - ALPHA_BARS[TIMESTEP]) * noise[i]) / Math.sqrt(ALPHA_BARS[TIMESTEP]));
        }
        return clean;
    }

    @Test
    void changesShrinkByThePullAndSmallOnesVanish() {
        final Denoiser exact = (images, timestep) -> NOISE.clone();
        final float[] originals = {0, 0, 0.5f, -1};
        final float[] noisy = noisy(0.3f, -0.3f, 0.55f, -0.2f);
        final float[] noise = new PulledDenoiser(exact, originals, 0.1, ALPHA_BARS).noise(noisy, TIMESTEP);
        assertArrayEquals(new float[] {0.2f, -0.2f, 0.5f, -0.3f}, predicted(noisy, noise), 1e-5f);
    }

    @Test
    void withoutPullAPredictionInRangeStays() {
        final Denoiser exact = (images, timestep) -> NOISE.clone();
        final float[] noise = new PulledDenoiser(exact, new float[4], 0, ALPHA_BARS)
                .noise(noisy(0.3f, -0.3f, 0.55f, -0.2f), TIMESTEP);
        assertArrayEquals(NOISE, noise, 1e-5f);
    }

    @Test
    void predictionsAreClippedBeforeTheyArePulled() {
        final Denoiser exact = (images, timestep) -> NOISE.clone();
        final float[] noisy = noisy(5, 0, 0, 0);
        final float[] noise = new PulledDenoiser(exact, new float[4], 0.1, ALPHA_BARS).noise(noisy, TIMESTEP);
        assertEquals(0.9f, predicted(noisy, noise)[0], 1e-5f);
    }
}
