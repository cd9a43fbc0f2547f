package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FeatureVectorsTests {

    private static final FeatureVectors SET = new FeatureVectors(new float[] {1, 2, 3, 4, 5, 6}, 2);

    @Test
    void rowsAreSelectedInAnyOrderAndRepeated() {
        assertEquals(3, SET.count());
        assertArrayEquals(
                new float[] {5, 6, 1, 2, 5, 6}, SET.select(new int[] {2, 0, 2}).values());
    }

    @Test
    void partsOfVectorsAndNumbersThatAreNotFiniteAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FeatureVectors(new float[3], 2));
        assertThrows(IllegalArgumentException.class, () -> new FeatureVectors(new float[2], 0));
        assertThrows(IllegalArgumentException.class, () -> new FeatureVectors(new float[] {1, Float.NaN}, 2));
    }
}
