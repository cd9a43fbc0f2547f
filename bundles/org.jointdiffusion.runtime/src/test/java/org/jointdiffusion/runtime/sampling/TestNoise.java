package org.jointdiffusion.runtime.sampling;

import java.util.Random;

/** Noise of a small generator, another one for each timestep. */
final class TestNoise {

    private TestNoise() {}

    static StepNoise seeded(final long seed) {
        return (timestep, target) -> {
            // neighbouring seeds of this generator begin alike, so they are spread first
            final Random random = new Random((seed * 1_000_003 + timestep) * 0x9E3779B97F4A7C15L);
            for (int i = 0; i < target.length; i++) {
                target[i] = (float) random.nextGaussian();
            }
        };
    }

    static float[] start(final long seed, final int length) {
        final float[] values = new float[length];
        seeded(seed).fill(1_000_000, values);
        return values;
    }
}
