package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTests {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    @Test
    void accuracyIsTheShareOnTheDiagonal() {
        final ConfusionMatrix matrix = new ConfusionMatrix(CLASSES, new long[][] {{6, 2, 0}, {1, 1, 0}, {0, 0, 0}});
        assertEquals(10, matrix.total());
        assertEquals(0.7, matrix.accuracy(), 1e-15);
    }

    @Test
    void balancedAccuracyAveragesTheClassesThatOccur() {
        final ConfusionMatrix matrix = new ConfusionMatrix(CLASSES, new long[][] {{6, 2, 0}, {1, 1, 0}, {0, 0, 0}});
        assertEquals((0.75 + 0.5) / 2, matrix.balancedAccuracy(), 1e-15);
    }

    @Test
    void eachClassHasItsRecallPrecisionAndTheirHarmonicMean() {
        final ConfusionMatrix matrix = new ConfusionMatrix(CLASSES, new long[][] {{6, 2, 0}, {1, 1, 0}, {0, 0, 0}});
        assertEquals(8, matrix.images(0));
        assertEquals(7, matrix.predicted(0));
        assertEquals(6.0 / 8, matrix.recall(0), 1e-15);
        assertEquals(6.0 / 7, matrix.precision(0), 1e-15);
        assertEquals(2 / (8.0 / 6 + 7.0 / 6), matrix.f1(0), 1e-15);
        assertEquals(1.0 / 3, matrix.precision(1), 1e-15);
        assertEquals(2 / (2.0 + 3.0), matrix.f1(1), 1e-15);
    }

    @Test
    void whatCannotBeDividedIsNotANumber() {
        final ConfusionMatrix matrix = new ConfusionMatrix(CLASSES, new long[][] {{0, 2, 0}, {0, 1, 0}, {0, 0, 0}});
        assertTrue(Double.isNaN(matrix.precision(0)));
        assertEquals(0, matrix.recall(0));
        assertEquals(0, matrix.f1(0));
        assertTrue(Double.isNaN(matrix.recall(2)));
        assertTrue(Double.isNaN(matrix.f1(2)));
    }

    @Test
    void predictionsAreCountedByTrueClassAndUnlabelledRowsAreLeftOut() {
        final ConfusionMatrix matrix =
                ConfusionMatrix.of(CLASSES, new int[] {0, 0, 2, -1, 1}, new int[] {0, 2, 2, 1, 0});
        assertEquals(new ConfusionMatrix(CLASSES, new long[][] {{1, 0, 1}, {1, 0, 0}, {0, 0, 1}}), matrix);
    }

    @Test
    void withoutImagesThereIsNoAccuracy() {
        final ConfusionMatrix empty = ConfusionMatrix.of(CLASSES, new int[0], new int[0]);
        assertTrue(Double.isNaN(empty.accuracy()));
        assertTrue(Double.isNaN(empty.balancedAccuracy()));
    }

    @Test
    void countsCannotBeChangedFromOutside() {
        final ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, new int[] {0}, new int[] {0});
        matrix.counts()[0][0] = 5;
        assertEquals(1, matrix.total());
    }

    @Test
    void countsMustBeSquareAndNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(CLASSES, new long[3][2]));
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(List.of("a"), new long[][] {{-1}}));
    }
}
