package org.jointdiffusion.runtime.sampling;

import static org.jointdiffusion.runtime.sampling.AnalyticDenoisers.SCHEDULE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StochasticDpmSolverSamplerTests {

    private static final double MEAN = 0.2;

    private static final double DEVIATION = 0.1;

    /** The standard deviation of samples where the data are normal. */
    private static double deviation(final Sampler sampler, final DenoisingPath path) {
        final float[] images =
                sampler.denoise(AnalyticDenoisers.normal(MEAN, DEVIATION), TestNoise.start(1, 40_000), path, noise());
        double mean = 0;
        for (final float image : images) {
            mean += image / images.length;
        }
        double variance = 0;
        for (final float image : images) {
            variance += (image - mean) * (image - mean) / images.length;
        }
        return Math.sqrt(variance);
    }

    private static StepNoise noise() {
        return TestNoise.seeded(2);
    }

    @Test
    void whereThePredictedImageStaysItIsDdpm() {
        final Denoiser constant = (images, t) -> {
            final double signal = Math.sqrt(AnalyticDenoisers.alphaBar(t));
            final float[] noise = new float[images.length];
            for (int i = 0; i < images.length; i++) {
                noise[i] = (float) ((images[i] - signal * MEAN) / Math.sqrt(1 - signal * signal));
            }
            return noise;
        };
        final DenoisingPath path = DenoisingPath.balanced(SCHEDULE, 999, 20);
        final float[] start = TestNoise.start(3, 100);
        assertArrayEquals(
                new DdpmSampler().denoise(constant, start, path, noise()),
                new StochasticDpmSolverSampler().denoise(constant, start, path, noise()),
                1e-4f);
    }

    @Test
    void oneStepIsThePrediction() {
        final DenoisingPath path = DenoisingPath.balanced(SCHEDULE, 999, 1);
        final float[] start = TestNoise.start(4, 100);
        assertArrayEquals(
                new DdpmSampler().denoise(AnalyticDenoisers.mixture(DEVIATION), start, path, noise()),
                new StochasticDpmSolverSampler().denoise(AnalyticDenoisers.mixture(DEVIATION), start, path, noise()));
    }

    @Test
    void twentyStepsReproduceTheDataBetterThanDdpmDoesInTwenty() {
        final DenoisingPath path = DenoisingPath.balanced(SCHEDULE, 999, 20);
        final double error = Math.abs(deviation(new StochasticDpmSolverSampler(), path) - DEVIATION);
        final double ddpm = Math.abs(deviation(new DdpmSampler(), path) - DEVIATION);
        assertTrue(error < ddpm / 2, error + " against " + ddpm);
    }

    @Test
    void manyStepsReproduceTheData() {
        assertEquals(
                DEVIATION,
                deviation(new StochasticDpmSolverSampler(), DenoisingPath.uniform(SCHEDULE, 999, 1000)),
                0.003);
    }
}
