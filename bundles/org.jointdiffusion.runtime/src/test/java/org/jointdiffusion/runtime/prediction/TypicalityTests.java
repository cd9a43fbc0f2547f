package org.jointdiffusion.runtime.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TypicalityTests {

    private static final Typicality FOUR = new Typicality(new double[] {0.4, 0.1, 0.2, 0.3});

    @Test
    void itIsTheShareOfHeldOutImagesWithALargerError() {
        assertEquals(100, FOUR.percentile(0.05));
        assertEquals(75, FOUR.percentile(0.15));
        assertEquals(25, FOUR.percentile(0.35));
        assertEquals(0, FOUR.percentile(0.5));
    }

    @Test
    void equalErrorsCountHalf() {
        assertEquals(62.5, FOUR.percentile(0.2));
        assertEquals(50, new Typicality(new double[] {1, 1, 1}).percentile(1));
    }

    @Test
    void theHeldOutImagesThemselvesAreFiftyOnAverage() {
        final double[] errors = {3, 1, 4, 1, 5, 9, 2, 6};
        final Typicality typicality = new Typicality(errors);
        assertEquals(
                50, Arrays.stream(errors).map(typicality::percentile).average().orElseThrow(), 1e-9);
    }

    @Test
    void noImagesAndErrorsThatAreNoNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Typicality(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Typicality(new double[] {1, Double.NaN}));
    }
}
