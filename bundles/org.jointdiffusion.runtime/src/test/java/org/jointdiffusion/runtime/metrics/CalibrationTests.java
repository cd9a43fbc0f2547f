package org.jointdiffusion.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CalibrationTests {

    @Test
    void softmaxDividesByTheTemperature() {
        final float ln9 = (float) Math.log(9);
        final float[] logits = {0, 0, ln9, 0};
        assertArrayEquals(new double[] {0.9, 0.1}, Calibration.softmax(logits, 1, 2, 1), 1e-7);
        // half the logit is the root of the odds: 3 to 1
        assertArrayEquals(new double[] {0.75, 0.25}, Calibration.softmax(logits, 1, 2, 2), 1e-7);
    }

    @Test
    void softmaxOfHugeLogitsDoesNotOverflow() {
        assertArrayEquals(new double[] {1, 0}, Calibration.softmax(new float[] {1e30f, -1e30f}, 0, 2, 1), 0);
        assertArrayEquals(new double[] {0.5, 0.5}, Calibration.softmax(new float[] {3e38f, 3e38f}, 0, 2, 1), 0);
    }

    @Test
    void theFittedTemperatureMakesConfidenceEqualAccuracy() {
        // 3 of 4 rows are right, each with log-odds 4: likelihood is best at odds 3, so at temperature 4 / ln 3
        final float[] logits = {4, 0, 4, 0, 4, 0, 4, 0};
        final int[] labels = {0, 0, 0, 1};
        final double temperature = Calibration.fitTemperature(logits, labels, 2);
        assertEquals(4 / Math.log(3), temperature, 1e-9);
        assertEquals(0.75, Calibration.softmax(logits, 0, 2, temperature)[0], 1e-9);
        assertEquals(0, Calibration.expectedCalibrationError(logits, labels, 2, temperature), 1e-9);
        final double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        assertEquals(entropy, Calibration.negativeLogLikelihood(logits, labels, 2, temperature), 1e-9);
    }

    @Test
    void theFittedTemperatureIsBetterThanItsNeighbours() {
        final float[] logits = {2, 1, 0, 0, 3, 1, 1, 0, 5, 2, 2.5f, 0, 4, 0, 0};
        final int[] labels = {0, 1, 2, 0, 2};
        final double best = Calibration.fitTemperature(logits, labels, 3);
        final double loss = Calibration.negativeLogLikelihood(logits, labels, 3, best);
        assertTrue(loss < Calibration.negativeLogLikelihood(logits, labels, 3, best * 1.01));
        assertTrue(loss < Calibration.negativeLogLikelihood(logits, labels, 3, best / 1.01));
    }

    @Test
    void withoutErrorsOrLabelsTheTemperatureStaysInItsRange() {
        assertEquals(0.05, Calibration.fitTemperature(new float[] {1, 0}, new int[] {0}, 2), 1e-9);
        assertEquals(20, Calibration.fitTemperature(new float[] {1, 0}, new int[] {1}, 2), 1e-9);
        assertEquals(1, Calibration.fitTemperature(new float[] {1, 0}, new int[] {-1}, 2), 0);
    }

    @Test
    void calibrationErrorIsTheWeightedGapOfEachBin() {
        final float ln9 = (float) Math.log(9);
        // two rows of confidence 0.9, one right: gap 0.4; one row of 0.5, right: gap 0.5; the unlabelled row is left
        // out
        final float[] logits = {ln9, 0, ln9, 0, 0, 0, 50, 0};
        final int[] labels = {0, 1, 0, -1};
        assertEquals((2 * 0.4 + 0.5) / 3, Calibration.expectedCalibrationError(logits, labels, 2, 1), 1e-7);
    }

    @Test
    void fullConfidenceFallsIntoTheLastBin() {
        assertEquals(0, Calibration.expectedCalibrationError(new float[] {1000, 0}, new int[] {0}, 2, 1), 0);
    }
}
