package org.jointdiffusion.runtime.sampling;

import static org.jointdiffusion.runtime.sampling.AnalyticDenoisers.SCHEDULE;
import static org.jointdiffusion.runtime.sampling.AnalyticDenoisers.alphaBar;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdpmSamplerTests {

    private static final int SAMPLES = 40_000;

    private static final double MEAN = 0.2;

    private static final double DEVIATION = 0.1;

    /** For normal data each ancestral step is affine plus noise, so mean and variance follow exactly by Bayes' rule. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 50})
    void meanAndVarianceFollowTheirRecursion(final int steps) {
        final DenoisingPath path = DenoisingPath.uniform(SCHEDULE, 999, steps);
        double mean = 0;
        double variance = 1;
        for (int step = 0; step < steps; step++) {
            final double now = path.alphaBar(step);
            final double next = path.alphaBar(step + 1);
            // E[x_0 | x] of normal data = offset + slope * x
            final double slope = Math.sqrt(now) * DEVIATION * DEVIATION / (now * DEVIATION * DEVIATION + 1 - now);
            final double offset = MEAN - slope * Math.sqrt(now) * MEAN;
            if (next == 1) {
                mean = offset + slope * mean;
                variance = slope * slope * variance;
            } else {
                // two normal beliefs about x_s: from x_0, with variance 1 - next, and from x_t, which adds 1 - alpha
                final double alpha = now / next;
                final double precision = 1 / (1 - next) + alpha / (1 - alpha);
                final double fromClean = Math.sqrt(next) / (1 - next) / precision;
                final double fromNoisy = Math.sqrt(alpha) / (1 - alpha) / precision;
                mean = fromClean * (offset + slope * mean) + fromNoisy * mean;
                final double factor = fromClean * slope + fromNoisy;
                variance = factor * factor * variance + 1 / precision;
            }
        }
        final float[] images = new DdpmSampler()
                .denoise(
                        AnalyticDenoisers.normal(MEAN, DEVIATION),
                        TestNoise.start(1, SAMPLES),
                        path,
                        TestNoise.seeded(2));
        assertEquals(mean, mean(images), 5 * Math.sqrt(variance / SAMPLES));
        assertEquals(variance, variance(images), 5 * variance * Math.sqrt(2.0 / SAMPLES));
    }

    @Test
    void allStepsReproduceTheData() {
        final float[] images = new DdpmSampler()
                .denoise(
                        AnalyticDenoisers.normal(MEAN, DEVIATION),
                        TestNoise.start(3, 10_000),
                        DenoisingPath.uniform(SCHEDULE, 999, 1000),
                        TestNoise.seeded(4));
        assertEquals(MEAN, mean(images), 0.005);
        assertEquals(DEVIATION, Math.sqrt(variance(images)), 0.005);
    }

    /** Algorithm 2 of the DDPM paper as printed, with the variance of eq. 7. */
    @Test
    void withoutRespacingItIsTheAlgorithmOfThePaper() {
        final Denoiser denoiser = AnalyticDenoisers.mixture(DEVIATION);
        final float[] start = TestNoise.start(5, 50);
        final double[] images = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            images[i] = start[i];
        }
        final float[] current = start.clone();
        final float[] fresh = new float[start.length];
        for (int t = 999; t >= 0; t--) {
            final double previous = t == 0 ? 1 : alphaBar(t - 1);
            final double alpha = alphaBar(t) / previous;
            final double sigma = Math.sqrt((1 - previous) / (1 - alphaBar(t)) * (1 - alpha));
            final float[] epsilon = denoiser.noise(current, t);
            TestNoise.seeded(6).fill(t, fresh);
            for (int i = 0; i < images.length; i++) {
                images[i] = (images[i] - (1 - alpha) / Math.sqrt(1 - alphaBar(t)) * epsilon[i]) / Math.sqrt(alpha)
                        + sigma * fresh[i];
                current[i] = (float) images[i];
            }
        }
        assertArrayEquals(
                current,
                new DdpmSampler()
                        .denoise(denoiser, start, DenoisingPath.uniform(SCHEDULE, 999, 1000), TestNoise.seeded(6)),
                1e-4f);
    }

    private static double mean(final float[] values) {
        double sum = 0;
        for (final float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(final float[] values) {
        final double mean = mean(values);
        double sum = 0;
        for (final float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
