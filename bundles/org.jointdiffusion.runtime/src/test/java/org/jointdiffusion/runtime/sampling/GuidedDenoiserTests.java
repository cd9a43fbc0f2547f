package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class GuidedDenoiserTests {

    private static final int TIMESTEP = 300;

    private final LinearNetwork network = new LinearNetwork(new ImageShape(1, 8, 8), 2, 3);

    private final int size = network.configuration().image().size();

    private final int[] classes = {0, 1};

    private final float[] images = TestNoise.start(1, classes.length * size);

    private final float[] plain = network.noise(images, new int[] {TIMESTEP, TIMESTEP});

    private float[] guided(final Guidance guidance) {
        return new GuidedDenoiser(network, NoiseSchedule.DEFAULT, classes, guidance).noise(images, TIMESTEP);
    }

    /** Dhariwal and Nichol 2021, algorithm 2: eps - s sqrt(1 - abar) grad log p(y | x). */
    @Test
    void aPowerOfTheProbabilityMovesTheNoiseByTheScaledGradientOfItsLogarithm() {
        final float[] gradient = network.imageGradient(images, new int[] {TIMESTEP, TIMESTEP}, classes)
                .gradient();
        final double factor = 2.5 * Math.sqrt(1 - AnalyticDenoisers.alphaBar(TIMESTEP));
        final float[] expected = new float[images.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (plain[i] + factor * gradient[i]);
        }
        assertArrayEquals(expected, guided(Guidance.probability(GuidanceKind.IMAGE, 2.5)), 1e-5f);
    }

    @Test
    void aShareOfTheNoiseIsThatShareInEachRow() {
        final float[] steered = guided(Guidance.noise(GuidanceKind.IMAGE, 0.3));
        for (int row = 0; row < classes.length; row++) {
            double change = 0;
            double norm = 0;
            for (int i = row * size; i < (row + 1) * size; i++) {
                change += Math.pow(steered[i] - plain[i], 2);
                norm += Math.pow(plain[i], 2);
            }
            assertEquals(0.3, Math.sqrt(change / norm), 1e-4);
        }
    }

    @Test
    void withoutGuidanceTheNoiseIsTheNetworks() {
        assertArrayEquals(plain, guided(Guidance.NONE));
    }
}
