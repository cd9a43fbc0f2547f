package org.jointdiffusion.runner.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jointdiffusion.runner.result.ExampleRun;
import org.junit.jupiter.api.Test;

class ConfusionTests {

    private static final Confusion MATRIX =
            Confusion.of(ExampleRun.confusion(List.of("a", "b", "c"), 3, 1, 0, 2, 2, 0, 0, 0, 0));

    @Test
    void rowsAreTrueClassesAndColumnsPredictedOnes() {
        assertEquals(8, MATRIX.total());
        assertEquals(5, MATRIX.correct());
        assertEquals(0.625, MATRIX.accuracy());
        assertEquals(0.75, MATRIX.recall(0));
        assertEquals(0.6, MATRIX.precision(0));
    }

    @Test
    void aClassWithoutImagesDoesNotCountForTheBalancedAccuracy() {
        assertEquals(0.625, MATRIX.balancedAccuracy());
        assertTrue(Double.isNaN(MATRIX.recall(2)));
    }
}
