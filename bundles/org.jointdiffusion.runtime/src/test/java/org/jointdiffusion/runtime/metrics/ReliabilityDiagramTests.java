package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReliabilityDiagramTests {

    private static final float LN_9 = (float) Math.log(9);

    @Test
    void sortsRowsByTheProbabilityOfTheirPrediction() {
        // two rows of confidence 0.9, one right; one row of 0.5, right; the unlabelled row is left out
        final var bins = ReliabilityDiagram.of(
                        new float[] {LN_9, 0, LN_9, 0, 0, 0, 50, 0}, new int[] {0, 1, 0, -1}, 2, 1)
                .bins();

        assertEquals(15, bins.size());
        assertEquals(2, bins.get(13).rows());
        assertEquals(0.9, bins.get(13).confidence(), 1e-7);
        assertEquals(0.5, bins.get(13).accuracy());
        assertEquals(new ReliabilityDiagram.Bin(1, 0.5, 1), bins.get(7));
        assertEquals(3, bins.stream().mapToLong(ReliabilityDiagram.Bin::rows).sum());
    }

    @Test
    void emptyBinsHaveNoFigures() {
        final var bin = ReliabilityDiagram.of(new float[] {LN_9, 0}, new int[] {0}, 2, 1)
                .bins()
                .get(0);

        assertEquals(0, bin.rows());
        assertTrue(Double.isNaN(bin.confidence()));
        assertTrue(Double.isNaN(bin.accuracy()));
    }

    @Test
    void theTemperatureMovesRowsToOtherBins() {
        // half the logit is the root of the odds: 3 to 1
        final var bins = ReliabilityDiagram.of(new float[] {LN_9, 0}, new int[] {0}, 2, 2)
                .bins();

        assertEquals(1, bins.get(11).rows());
        assertEquals(0.75, bins.get(11).confidence(), 1e-7);
    }

    @Test
    void withoutRowsThereIsNoError() {
        assertTrue(Double.isNaN(
                ReliabilityDiagram.of(new float[0], new int[0], 2, 1).expectedCalibrationError()));
    }
}
