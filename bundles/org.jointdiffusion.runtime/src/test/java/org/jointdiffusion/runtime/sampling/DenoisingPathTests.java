package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.junit.jupiter.api.Test;

class DenoisingPathTests {

    private static int[] timesteps(final DenoisingPath path) {
        return IntStream.range(0, path.steps()).map(path::timestep).toArray();
    }

    @Test
    void respacingToAllStepsIsNoRespacing() {
        final DenoisingPath path = DenoisingPath.uniform(NoiseSchedule.DEFAULT, 999, 1000);
        assertArrayEquals(IntStream.range(0, 1000).map(i -> 999 - i).toArray(), timesteps(path));
    }

    @Test
    void uniformPathsGoFromTheStartToZeroInEqualSteps() {
        assertArrayEquals(
                new int[] {400, 300, 200, 100, 0}, timesteps(DenoisingPath.uniform(NoiseSchedule.DEFAULT, 400, 5)));
    }

    @Test
    void aPathNeverVisitsATimestepTwice() {
        assertArrayEquals(new int[] {3, 2, 1, 0}, timesteps(DenoisingPath.uniform(NoiseSchedule.DEFAULT, 3, 50)));
        final int[] logSnr = timesteps(DenoisingPath.logSnr(NoiseSchedule.DEFAULT, 999, 200));
        assertTrue(IntStream.range(1, logSnr.length).allMatch(i -> logSnr[i] < logSnr[i - 1]));
        assertEquals(999, logSnr[0]);
        assertEquals(0, logSnr[logSnr.length - 1]);
    }

    @Test
    void logSnrPathsHaveEqualDistancesWhereTimestepsAreFine() {
        final DenoisingPath path = DenoisingPath.logSnr(NoiseSchedule.DEFAULT, 999, 20);
        for (int step = 1; step < 15; step++) {
            assertEquals(0.508, path.lambda(step) - path.lambda(step - 1), 0.03, "step " + step);
        }
    }

    @Test
    void balancedPathsLieHalfwayBetweenBothSpacings() {
        final int[] path = timesteps(DenoisingPath.balanced(NoiseSchedule.DEFAULT, 999, 21));
        assertEquals(999, path[0]);
        assertEquals(3, path[20]);
        // half of the distance of log-SNR is at this timestep, half of the timesteps at 501
        final double[] alphaBars = NoiseSchedule.DEFAULT.alphaBars();
        int middle = 999;
        while (logSnr(alphaBars[middle]) < (logSnr(alphaBars[999]) + logSnr(alphaBars[3])) / 2) {
            middle--;
        }
        assertEquals((501 + middle) / 2.0, path[10], 1);
        assertTrue(IntStream.range(1, 21).allMatch(i -> path[i] < path[i - 1]));
    }

    @Test
    void balancedPathsFromLowNoiseLevelsStayBelowTheStart() {
        assertArrayEquals(new int[] {2}, timesteps(DenoisingPath.balanced(NoiseSchedule.DEFAULT, 2, 10)));
        final int[] path = timesteps(DenoisingPath.balanced(NoiseSchedule.DEFAULT, 200, 10));
        assertEquals(200, path[0]);
        assertEquals(3, path[path.length - 1]);
    }

    private static double logSnr(final double alphaBar) {
        return Math.log(alphaBar / (1 - alphaBar)) / 2;
    }

    @Test
    void afterTheLastStepTheImageIsClean() {
        final DenoisingPath path = DenoisingPath.uniform(NoiseSchedule.DEFAULT, 999, 10);
        assertEquals(1, path.alphaBar(10));
        assertEquals(NoiseSchedule.DEFAULT.alphaBars()[0], path.alphaBar(9));
    }

    @Test
    void noisedImagesAreUndoneByTheTrueNoise() {
        final DenoisingPath path = DenoisingPath.uniform(NoiseSchedule.DEFAULT, 300, 10);
        final float[] clean = {-1, -0.25f, 0.5f, 1};
        final float[] noise = {0.3f, -1.2f, 0.7f, 2};
        assertArrayEquals(clean, path.predictedImages(0, path.noised(clean, noise), noise), 1e-6f);
    }

    @Test
    void predictedImagesAreClipped() {
        final DenoisingPath path = DenoisingPath.uniform(NoiseSchedule.DEFAULT, 300, 10);
        assertArrayEquals(new float[] {1, -1}, path.predictedImages(0, new float[] {9, -9}, new float[2]));
    }

    @Test
    void impossiblePathsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DenoisingPath.uniform(NoiseSchedule.DEFAULT, 1000, 5));
        assertThrows(IllegalArgumentException.class, () -> DenoisingPath.logSnr(NoiseSchedule.DEFAULT, 10, 0));
    }
}
