package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrecisionRecallTests {

    private static FeatureVectors line(final float... values) {
        return new FeatureVectors(values, 1);
    }

    @Test
    void ballsReachToTheNearestNeighbour() {
        // real balls: [-1, 1], [0, 2], [1, 3] with the distance 1, and [6, 14] around 10
        final FeatureVectors real = line(0, 1, 2, 10);
        // generated balls: [-2, 1] around -0.5, [-0.5, 2.5] around 1, [17, 23] around 20, [20, 26] around 23
        final FeatureVectors generated = line(-0.5f, 1, 20, 23);
        final PrecisionRecall result = PrecisionRecall.of(real, generated, 1);
        assertEquals(0.5, result.precision());
        assertEquals(0.75, result.recall());
    }

    @Test
    void moreNeighboursMakeLargerBalls() {
        final FeatureVectors real = line(0, 1, 3);
        final FeatureVectors generated = line(5.5f, 100, 101);
        assertEquals(0, PrecisionRecall.of(real, generated, 1).precision());
        assertEquals(1.0 / 3, PrecisionRecall.of(real, generated, 2).precision());
    }

    @Test
    void aSetCoversItselfInAnyOrder() {
        final FeatureVectors set = FeatureSets.gaussian(1, 60, 4);
        assertEquals(new PrecisionRecall(1, 1), PrecisionRecall.of(set, FeatureSets.reversed(set), 3));
    }

    @Test
    void distantSetsShareNothing() {
        final FeatureVectors set = FeatureSets.gaussian(1, 60, 2);
        assertEquals(new PrecisionRecall(0, 0), PrecisionRecall.of(set, FeatureSets.shifted(set, 100, 0), 3));
    }

    @Test
    void imagesOfOneKindOnlyArePreciseButCoverLittle() {
        final FeatureVectors real = FeatureSets.gaussian(1, 400, 2);
        final float[] middle = FeatureSets.gaussian(2, 400, 2).values();
        for (int i = 0; i < middle.length; i++) {
            middle[i] *= 0.1f;
        }
        final PrecisionRecall result = PrecisionRecall.of(real, new FeatureVectors(middle, 2), 3);
        assertTrue(result.precision() > 0.9, () -> "precision " + result.precision());
        assertTrue(result.recall() < 0.1, () -> "recall " + result.recall());
    }

    @Test
    void exchangingTheSetsExchangesPrecisionAndRecallAndTurningBothChangesNothing() {
        final FeatureVectors first = FeatureSets.gaussian(1, 100, 3);
        final FeatureVectors second = FeatureSets.shifted(FeatureSets.gaussian(2, 80, 3), 1, 1, 0);
        final PrecisionRecall result = PrecisionRecall.of(first, second, 3);
        assertEquals(new PrecisionRecall(result.recall(), result.precision()), PrecisionRecall.of(second, first, 3));
        assertEquals(result, PrecisionRecall.of(FeatureSets.turned(first, 0.3), FeatureSets.turned(second, 0.3), 3));
    }

    @Test
    void moreNeighboursThanImagesAreRefused() {
        final FeatureVectors three = line(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> PrecisionRecall.of(three, three, 3));
        assertThrows(IllegalArgumentException.class, () -> PrecisionRecall.of(three, three, 0));
    }
}
