package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrechetDistanceTests {

    @Test
    void theDistanceOfAxisAlignedGaussiansIsThatOfTheirMeansAndDeviations() {
        final FeatureVectors first = FeatureSets.axes(1, 2, 0.5);
        final FeatureVectors second = FeatureSets.shifted(FeatureSets.axes(3, 2, 1.5), 1, -2, 0.5);
        final double means = 1 + 4 + 0.25;
        final double deviations = 4 + 0 + 1;
        assertEquals(means + deviations, FrechetDistance.between(first, second), 1e-5);
    }

    @Test
    void covariancesThatDoNotCommuteAreCompared() {
        // for 2 x 2 matrices tr (AB)^(1/2) = sqrt(tr AB + 2 sqrt(det AB))
        final double angle = Math.PI / 4;
        final FeatureVectors first = FeatureSets.axes(3, 1);
        final FeatureVectors second = FeatureSets.turned(FeatureSets.axes(3, 1), angle);
        // A = diag(9, 1), B = ((5, 4), (4, 5)): tr AB = 50, det AB = 81
        final double expected = 10 + 10 - 2 * Math.sqrt(50 + 2 * 9);
        assertEquals(expected, FrechetDistance.between(first, second), 1e-5);
    }

    @Test
    void aSetIsAtNoDistanceFromItselfInAnyOrder() {
        final FeatureVectors set = FeatureSets.gaussian(1, 200, 8);
        assertEquals(0, FrechetDistance.between(set, set), 1e-9);
        assertEquals(0, FrechetDistance.between(set, FeatureSets.reversed(set)), 1e-9);
    }

    @Test
    void aShiftAddsItsSquaredLength() {
        final FeatureVectors set = FeatureSets.gaussian(1, 200, 4);
        assertEquals(25, FrechetDistance.between(set, FeatureSets.shifted(set, 3, 0, 4, 0)), 1e-4);
    }

    @Test
    void turningBothSetsChangesNothingAndTheOrderDoesNotMatter() {
        final FeatureVectors first = FeatureSets.gaussian(1, 150, 5);
        final FeatureVectors second = FeatureSets.shifted(FeatureSets.gaussian(2, 130, 5), 1, 0, 0.5, 0, 2);
        final double distance = FrechetDistance.between(first, second);
        assertTrue(distance > 1);
        assertEquals(distance, FrechetDistance.between(second, first), 1e-9);
        assertEquals(
                distance,
                FrechetDistance.between(FeatureSets.turned(first, 0.7), FeatureSets.turned(second, 0.7)),
                1e-5);
    }

    @Test
    void featuresThatNeverVaryAreNoProblem() {
        final FeatureVectors flat = new FeatureVectors(new float[] {0, 7, 2, 7, 4, 7}, 2);
        assertEquals(0, FrechetDistance.between(flat, flat), 1e-9);
        assertEquals(9, FrechetDistance.between(flat, FeatureSets.shifted(flat, 0, 3)), 1e-9);
    }

    @Test
    void fewerImagesThanFeaturesAreCompared() {
        final FeatureVectors first = FeatureSets.gaussian(1, 5, 20);
        assertEquals(0, FrechetDistance.between(first, first), 1e-9);
        assertTrue(FrechetDistance.between(first, FeatureSets.gaussian(2, 5, 20)) > 1);
    }

    @Test
    void aSingleImageAndOtherFeaturesAreRefused() {
        final FeatureVectors set = FeatureSets.gaussian(1, 3, 2);
        final FeatureVectors single = FeatureSets.gaussian(1, 1, 2);
        final FeatureVectors wider = FeatureSets.gaussian(1, 3, 3);
        assertThrows(IllegalArgumentException.class, () -> FrechetDistance.between(set, single));
        assertThrows(IllegalArgumentException.class, () -> FrechetDistance.between(set, wider));
    }
}
