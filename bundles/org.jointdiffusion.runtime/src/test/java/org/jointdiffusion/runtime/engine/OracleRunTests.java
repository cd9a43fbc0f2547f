package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.junit.jupiter.api.Test;

class OracleRunTests {

    private static final OracleConfiguration CONFIGURATION = new OracleConfiguration(new ImageShape(1, 8, 9), 3);
    private static final AdamWSettings SETTINGS = new AdamWSettings(1e-3, 0.01, 1e9, 0.99);

    @Test
    void gradientsAgreeWithCentralDifferencesAndConvergeQuadratically() {
        final double slope = slope();
        final double coarse = Math.abs(centralDifference(0x1p-13) - slope);
        final double fine = Math.abs(centralDifference(0x1p-14) - slope);
        assertTrue(fine < 1e-3 * Math.abs(slope), () -> "slope " + slope + ", error " + fine);
        // halving h quarters the error of a central difference
        assertEquals(4, coarse / fine, 0.2);
    }

    @Test
    void theLossIsTheMeanCrossEntropyAndCountsWhatIsRight() {
        final OracleBatch batch = batch(5);
        final ReferenceOracle reference = new ReferenceOracle(CONFIGURATION, OracleNetworkTests.weights(CONFIGURATION));
        double expected = 0;
        int right = 0;
        final int size = CONFIGURATION.image().size();
        for (int row = 0; row < 5; row++) {
            final double[] logits = reference.logits(Arrays.copyOfRange(batch.images(), row * size, (row + 1) * size));
            double sum = 0;
            int best = 0;
            for (int label = 0; label < 3; label++) {
                sum += Math.exp(logits[label]);
                best = logits[label] > logits[best] ? label : best;
            }
            expected += (Math.log(sum) - logits[batch.labels()[row]]) / 5;
            right += best == batch.labels()[row] ? 1 : 0;
        }
        try (OracleRun run = train(OracleNetworkTests.weights(CONFIGURATION), Precision.FLOAT64)) {
            final OracleLoss loss = run.begin(batch, SETTINGS).await(() -> {});
            assertEquals(expected, loss.crossEntropy(), 1e-6);
            assertEquals(right, loss.right());
        }
    }

    @Test
    void aStepIsAdamWWithAWarmedUpAverage() {
        final float[] start = OracleNetworkTests.weights(CONFIGURATION);
        final ReferenceAdamW reference = new ReferenceAdamW(start);
        try (OracleRun run = train(start, Precision.FLOAT64)) {
            for (int step = 0; step < 3; step++) {
                reference.step(run.gradient(batch(4 + step)).gradient(), new StepSettings(1e-3, 0.01, 1, 0, 1e9, 0.99));
                run.begin(batch(4 + step), SETTINGS).await(() -> {});
                assertArrayEquals(reference.weights(), run.weights(), 1e-6f);
                assertArrayEquals(reference.average(), run.averagedWeights(), 1e-6f);
            }
        }
    }

    @Test
    void everyWeightChangesInAStep() {
        final float[] start = OracleNetworkTests.weights(CONFIGURATION);
        try (OracleRun run = train(start, Precision.FLOAT32)) {
            run.begin(batch(6), SETTINGS).await(() -> {});
            final float[] after = run.weights();
            int unchanged = 0;
            for (int index = 0; index < start.length; index++) {
                unchanged += start[index] == after[index] ? 1 : 0;
            }
            assertTrue(unchanged < start.length / 1000, unchanged + " of " + start.length + " weights did not change");
        }
    }

    @Test
    void aStepThatIsNotFiniteChangesNothing() {
        final OracleBatch batch = batch(2);
        batch.images()[5] = Float.NaN;
        final float[] start = OracleNetworkTests.weights(CONFIGURATION);
        try (OracleRun run = train(start, Precision.FLOAT32)) {
            assertFalse(
                    Double.isFinite(run.begin(batch, SETTINGS).await(() -> {}).crossEntropy()));
            assertArrayEquals(start, run.weights());
        }
    }

    @Test
    void aClosedTrainingTakesNoStep() {
        final OracleRun run = train(OracleNetworkTests.weights(CONFIGURATION), Precision.FLOAT32);
        run.close();
        final PendingStep<OracleLoss> step = run.begin(batch(2), SETTINGS);
        assertThrows(IllegalStateException.class, () -> step.await(() -> {}));
    }

    private static double slope() {
        final float[] direction = direction();
        try (OracleRun run = train(moved(0), Precision.FLOAT64)) {
            final double[] gradient = run.gradient(batch(3)).gradient();
            double sum = 0;
            for (int index = 0; index < gradient.length; index++) {
                sum += gradient[index] * direction[index];
            }
            return sum;
        }
    }

    private static double centralDifference(final double h) {
        return (loss(moved(h)) - loss(moved(-h))) / (2 * h);
    }

    private static double loss(final float[] weights) {
        try (OracleRun run = train(weights, Precision.FLOAT64)) {
            return run.gradient(batch(3)).loss();
        }
    }

    /** Weights with so few bits that adding or taking away a small power of two is exact. */
    private static float[] moved(final double h) {
        final float[] weights = OracleNetworkTests.weights(CONFIGURATION);
        final float[] direction = direction();
        for (int index = 0; index < weights.length; index++) {
            weights[index] = (float) (Math.round(weights[index] * 0x1p20f) * 0x1p-20f + h * direction[index]);
        }
        return weights;
    }

    private static float[] direction() {
        final float[] direction = TinyNetworks.gaussian(99, OracleNetworkTests.weights(CONFIGURATION).length);
        for (int index = 0; index < direction.length; index++) {
            direction[index] = Math.signum(direction[index]);
        }
        return direction;
    }

    private static OracleRun train(final float[] weights, final Precision precision) {
        return RuntimeService.shared().trainOracle(CONFIGURATION, weights, Device.cpu(), precision);
    }

    private static OracleBatch batch(final int rows) {
        final int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 3;
        }
        return new OracleBatch(
                TinyNetworks.gaussian(7, rows * CONFIGURATION.image().size()), labels);
    }
}
