package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class WorkEstimateTests {

    private static final NetworkConfiguration SMALL = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);

    /** docs/performance.md: on two cores of a server, 64 images took between 0.2 and 0.45 s. */
    @Test
    void aTrainingStepOfTheSmallNetworkTakesLessThanASecondOnTwoCores() {
        final double seconds = new WorkEstimate(SMALL, 2).trainingSeconds(64);
        assertTrue(seconds > 0.2 && seconds < 1.5, seconds + " s");
    }

    @Test
    void timeIsSharedByCoresAndGrowsWithTheRows() {
        final WorkEstimate two = new WorkEstimate(SMALL, 2);
        final WorkEstimate eight = new WorkEstimate(SMALL, 8);
        assertEquals(4 * eight.guidedSeconds(), two.guidedSeconds(), 1e-12);
        assertEquals(10 * two.trainingSeconds(1), two.trainingSeconds(10), 1e-12);
    }

    @Test
    void whatComputesMoreTakesLonger() {
        final WorkEstimate small = new WorkEstimate(SMALL, 2);
        final NetworkConfiguration medium = NetworkPreset.MEDIUM.configure(new ImageShape(1, 28, 28), 10);
        assertTrue(small.classificationSeconds() < small.denoisingSeconds());
        assertTrue(small.denoisingSeconds() < small.guidedSeconds());
        assertTrue(small.guidedSeconds() < small.trainingSeconds(1));
        assertTrue(small.trainingSeconds(1) < new WorkEstimate(medium, 2).trainingSeconds(1));
    }
}
