package org.jointdiffusion.runtime.sampling;

import static org.jointdiffusion.runtime.sampling.AnalyticDenoisers.SCHEDULE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdimSamplerTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 1000})
    void withFullNoiseItEqualsDdpm(final int steps) {
        final DenoisingPath path = DenoisingPath.uniform(SCHEDULE, 999, steps);
        final Denoiser denoiser = AnalyticDenoisers.mixture(0.1);
        final float[] start = TestNoise.start(1, 200);
        assertArrayEquals(
                new DdpmSampler().denoise(denoiser, start, path, TestNoise.seeded(2)),
                new DdimSampler(1).denoise(denoiser, start, path, TestNoise.seeded(2)),
                2e-4f);
    }

    @Test
    void withoutNoiseItNeverAsksForAny() {
        new DdimSampler(0)
                .denoise(
                        AnalyticDenoisers.mixture(0.1),
                        TestNoise.start(1, 10),
                        DenoisingPath.uniform(SCHEDULE, 999, 10),
                        (timestep, target) -> fail("asked for noise"));
    }

    @Test
    void itsErrorFallsInProportionToTheSteps() {
        final double ratio = MixtureFlow.error(new DdimSampler(0), DenoisingPath.uniform(SCHEDULE, 999, 50))
                / MixtureFlow.error(new DdimSampler(0), DenoisingPath.uniform(SCHEDULE, 999, 100));
        assertEquals(2, ratio, 0.4);
    }

    @Test
    void aShareOfNoiseOutsideZeroToOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DdimSampler(1.1));
        assertThrows(IllegalArgumentException.class, () -> new DdimSampler(Double.NaN));
    }
}
