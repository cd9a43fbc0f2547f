package org.jointdiffusion.runtime.sampling;

import static org.jointdiffusion.runtime.sampling.AnalyticDenoisers.SCHEDULE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DpmSolverSamplerTests {

    private static double error(final int steps) {
        return MixtureFlow.error(new DpmSolverSampler(), DenoisingPath.logSnr(SCHEDULE, 999, steps));
    }

    @Test
    void twentyStepsBeatAHundredOfDdim() {
        final double ddim = MixtureFlow.error(new DdimSampler(0), DenoisingPath.uniform(SCHEDULE, 999, 100));
        assertTrue(error(20) < ddim, error(20) + " against " + ddim);
    }

    @Test
    void itsErrorFallsWithTheSquareOfTheSteps() {
        final double ratio = error(10) / error(20);
        assertTrue(ratio > 3, "ratio " + ratio);
    }

    @Test
    void itNeedsLogSnrSpacing() {
        final double uniform = MixtureFlow.error(new DpmSolverSampler(), DenoisingPath.uniform(SCHEDULE, 999, 20));
        assertTrue(uniform > 3 * error(20), uniform + " against " + error(20));
    }
}
