package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jointdiffusion.runtime.model.TrainingState;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.Test;

class TrainingRunTests {

    private static final StepSettings SETTINGS = new StepSettings(1e-3, 0.01, 1, 0.1, 1e9, 0.99);

    @Test
    void gradientsAgreeWithCentralDifferencesAndConvergeQuadratically() {
        final TrainingBatch batch = TinyNetworks.batch(TinyNetworks.WITH_DROPOUT, 3, 5);
        final float[] start = shortened(TinyNetworks.weights(TinyNetworks.WITH_DROPOUT, 1));
        final double[] direction = direction(start.length);
        final double slope = dot(gradient(start, batch).gradient(), direction);
        final double coarse = Math.abs(centralDifference(start, direction, batch, 0x1p-15) - slope);
        final double fine = Math.abs(centralDifference(start, direction, batch, 0x1p-16) - slope);
        assertTrue(fine < 1e-3 * Math.abs(slope), () -> "slope " + slope + ", error " + fine);
        // halving h quarters the error of a central difference
        assertEquals(4, coarse / fine, 0.2);
    }

    @Test
    void aStepIsAdamWWithAWarmedUpAverage() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final ReferenceAdamW reference = new ReferenceAdamW(TinyNetworks.weights(network, 1));
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            for (int step = 0; step < 3; step++) {
                final TrainingBatch batch = TinyNetworks.batch(network, 4, 10 + step);
                reference.step(
                        run.gradient(batch, 1, SETTINGS.classificationWeight()).gradient(), SETTINGS);
                run.step(batch, SETTINGS);
                assertArrayEquals(reference.weights(), run.weights(), 1e-6f);
                assertArrayEquals(reference.average(), run.averagedWeights(), 1e-6f);
            }
        }
    }

    @Test
    void longGradientsAreShortened() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final TrainingBatch batch = TinyNetworks.batch(network, 4, 3);
        final StepSettings limited = new StepSettings(1e-3, 0.01, 1, 0.1, 1e-9, 0.99);
        final ReferenceAdamW reference = new ReferenceAdamW(TinyNetworks.weights(network, 1));
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            final double[] gradient = run.gradient(batch, 1, 0.1).gradient();
            final double norm = Math.sqrt(dot(gradient, gradient));
            reference.step(
                    Arrays.stream(gradient).map(value -> value * 1e-9 / norm).toArray(), limited);
            run.step(batch, limited);
            assertArrayEquals(reference.weights(), run.weights(), 1e-6f);
        }
    }

    @Test
    void everyWeightChangesInAStep() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final float[] start = TinyNetworks.weights(network, 1);
        try (TrainingRun run = train(network, Precision.FLOAT32)) {
            run.step(TinyNetworks.batch(network, 6, 3), SETTINGS);
            final float[] after = run.weights();
            int unchanged = 0;
            for (int index = 0; index < start.length; index++) {
                unchanged += start[index] == after[index] ? 1 : 0;
            }
            assertTrue(unchanged < start.length / 1000, unchanged + " of " + start.length + " weights did not change");
            assertFalse(Arrays.equals(start, run.averagedWeights()));
        }
    }

    @Test
    void unlabelledRowsDoNotInfluenceTheClassificationLoss() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            final TrainingBatch two = TinyNetworks.batch(network, new int[] {0, -1, 2, -1}, 7);
            final LossGradient without = run.gradient(two, 1, 0);
            final LossGradient with = run.gradient(two, 1, 1);
            final LossGradient changed = run.gradient(withOtherUnlabelledImages(two), 1, 1);
            final LossGradient changedWithout = run.gradient(withOtherUnlabelledImages(two), 1, 0);
            assertNotEquals(without.loss(), with.loss());
            assertEquals(with.loss() - without.loss(), changed.loss() - changedWithout.loss(), 1e-12);
            for (int index = 0; index < with.gradient().length; index++) {
                assertEquals(
                        with.gradient()[index] - without.gradient()[index],
                        changed.gradient()[index] - changedWithout.gradient()[index],
                        1e-12);
            }
        }
    }

    @Test
    void aBatchWithoutAnyLabelTrainsTheDiffusionAlone() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        try (TrainingRun run = train(network, Precision.FLOAT32)) {
            final StepLosses losses = run.step(TinyNetworks.batch(network, new int[] {-1, -1}, 7), SETTINGS);
            assertEquals(0, losses.cleanCrossEntropy());
            assertEquals(losses.diffusion(), losses.joint(), 1e-6);
            assertTrue(losses.isFinite());
        }
    }

    @Test
    void theWeightOfTheDiffusionLossScalesItsShareOfTheGradient() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final TrainingBatch batch = TinyNetworks.batch(network, 4, 3);
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            final LossGradient classification = run.gradient(batch, 0, 0.7);
            final LossGradient diffusion = run.gradient(batch, 1, 0);
            final LossGradient mixed = run.gradient(batch, 0.3, 0.7);
            assertTrue(classification.loss() > 0 && diffusion.loss() > 0);
            assertEquals(classification.loss() + 0.3 * diffusion.loss(), mixed.loss(), 1e-12);
            for (int index = 0; index < mixed.gradient().length; index++) {
                assertEquals(
                        classification.gradient()[index] + 0.3 * diffusion.gradient()[index],
                        mixed.gradient()[index],
                        1e-12);
            }
        }
    }

    @Test
    void theMergedPassEqualsSeparatePasses() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final TrainingBatch batch = TinyNetworks.batch(network, 4, 3);
        try (TrainingRun run = train(network, Precision.FLOAT64);
                JointNetwork start = run.averagedNetwork()) {
            final StepLosses losses = run.step(batch, SETTINGS);
            final float[] noisy = noisyImages(batch);
            assertEquals(meanSquare(start.noise(noisy, batch.timesteps()), batch.noise()), losses.diffusion(), 1e-5);
            assertEquals(
                    crossEntropy(start.logits(batch.images(), new int[4]), batch.labels(), 3),
                    losses.cleanCrossEntropy(),
                    1e-5);
            assertEquals(
                    crossEntropy(start.logits(noisy, batch.timesteps()), batch.labels(), 3),
                    losses.noisyCrossEntropy(),
                    1e-5);
        }
    }

    @Test
    void trainingsRepeatBitForBitAlsoWhenTwoRunAtOnce() throws Exception {
        final float[] alone = trainedWeights(1);
        final float[] other = trainedWeights(2);
        final CompletableFuture<float[]> first = CompletableFuture.supplyAsync(() -> trainedWeights(1));
        final CompletableFuture<float[]> second = CompletableFuture.supplyAsync(() -> trainedWeights(2));
        assertArrayEquals(alone, first.get());
        assertArrayEquals(other, second.get());
        assertFalse(Arrays.equals(alone, other));
    }

    @Test
    void aStepThatIsNotFiniteChangesNothing() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final TrainingBatch batch = TinyNetworks.batch(network, 2, 3);
        batch.images()[5] = Float.NaN;
        try (TrainingRun run = train(network, Precision.FLOAT32)) {
            assertFalse(run.step(batch, SETTINGS).isFinite());
            assertArrayEquals(TinyNetworks.weights(network, 1), run.weights());
        }
    }

    @Test
    void theGradientOfABatchIsTheSumOfThoseOfItsParts() {
        final NetworkConfiguration network = TinyNetworks.WITH_DROPOUT;
        final TrainingBatch batch = TinyNetworks.batch(network, new int[] {0, -1, 2, 1, -1, 1, 0}, 3);
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            final LossGradient whole = run.gradient(batch, 0.8, 0.7);
            for (final int rows : new int[] {1, 3, 6}) {
                run.limitRowsAtOnce(rows);
                final LossGradient parts = run.gradient(batch, 0.8, 0.7);
                assertEquals(whole.loss(), parts.loss(), 1e-6);
                assertArrayEquals(whole.gradient(), parts.gradient(), 1e-12);
            }
        }
    }

    @Test
    void aStepInPartsIsTheSameStep() {
        final NetworkConfiguration network = TinyNetworks.WITH_DROPOUT;
        try (TrainingRun whole = train(network, Precision.FLOAT64);
                TrainingRun parts = train(network, Precision.FLOAT64)) {
            parts.limitRowsAtOnce(2);
            for (int step = 0; step < 3; step++) {
                final TrainingBatch batch = TinyNetworks.batch(network, new int[] {0, 1, -1, 2, 1}, 10 + step);
                final StepLosses expected = whole.step(batch, SETTINGS);
                final StepLosses actual = parts.step(batch, SETTINGS);
                assertEquals(expected.joint(), actual.joint(), 1e-6);
                assertEquals(expected.diffusion(), actual.diffusion(), 1e-6);
                assertEquals(expected.cleanCrossEntropy(), actual.cleanCrossEntropy(), 1e-6);
                assertEquals(expected.noisyCrossEntropy(), actual.noisyCrossEntropy(), 1e-6);
                assertEquals(expected.right(), actual.right());
                assertArrayEquals(whole.weights(), parts.weights(), 1e-6f);
                assertArrayEquals(whole.averagedWeights(), parts.averagedWeights(), 1e-6f);
            }
        }
    }

    @Test
    void aRowCountsAsItsImportanceSays() {
        final NetworkConfiguration network = TinyNetworks.PLAIN;
        final TrainingBatch batch = TinyNetworks.batch(network, new int[] {0, 1, 2}, 3);
        final double[] importance = {0.5, 0, 1.25};
        try (TrainingRun run = train(network, Precision.FLOAT64)) {
            final double[] expected = new double[run.weights().length];
            for (int row = 0; row < 3; row++) {
                final double[] single = run.gradient(TinyNetworks.withImportance(batch, oneHot(row)), 0, 1)
                        .gradient();
                for (int index = 0; index < expected.length; index++) {
                    expected[index] += importance[row] * single[index];
                }
            }
            final LossGradient weighed =
                    run.gradient(TinyNetworks.withImportance(batch, new float[] {0.5f, 0, 1.25f}), 0, 1);
            assertArrayEquals(expected, weighed.gradient(), 1e-12);
            assertTrue(dot(expected, expected) > 0);
        }
    }

    private static float[] oneHot(final int row) {
        final float[] importance = new float[3];
        importance[row] = 1;
        return importance;
    }

    @Test
    void aTrainingGoesOnFromItsStateAsIfItHadNotEnded() {
        final NetworkConfiguration network = TinyNetworks.WITH_DROPOUT;
        try (TrainingRun run = train(network, Precision.FLOAT32)) {
            for (int step = 0; step < 4; step++) {
                run.step(TinyNetworks.batch(network, 4, 10 + step), SETTINGS);
            }
            final TrainingState state = run.state();
            final float[] average = run.averagedWeights();
            assertEquals(4, state.steps());
            final TrainingBatch next = TinyNetworks.batch(network, 4, 99);
            run.step(next, SETTINGS);
            try (TrainingRun other =
                    RuntimeService.shared().train(network, state, average, Device.cpu(), Precision.FLOAT32)) {
                other.step(next, SETTINGS);
                assertArrayEquals(run.weights(), other.weights());
                assertArrayEquals(run.averagedWeights(), other.averagedWeights());
            }
            final float[] after = run.weights();
            run.restart(state, average);
            assertArrayEquals(state.weights(), run.weights());
            run.step(next, SETTINGS);
            assertArrayEquals(after, run.weights());
        }
    }

    private static float[] trainedWeights(final long seed) {
        try (TrainingRun run = train(TinyNetworks.WITH_DROPOUT, Precision.FLOAT32)) {
            for (int step = 0; step < 10; step++) {
                run.step(TinyNetworks.batch(TinyNetworks.WITH_DROPOUT, 8, 100 * seed + step), SETTINGS);
            }
            return run.averagedWeights();
        }
    }

    private static TrainingRun train(final NetworkConfiguration network, final Precision precision) {
        return RuntimeService.shared().train(network, TinyNetworks.weights(network, 1), Device.cpu(), precision);
    }

    private static LossGradient gradient(final float[] weights, final TrainingBatch batch) {
        try (TrainingRun run =
                RuntimeService.shared().train(TinyNetworks.WITH_DROPOUT, weights, Device.cpu(), Precision.FLOAT64)) {
            return run.gradient(batch, 1, 0.5);
        }
    }

    private static double centralDifference(
            final float[] weights, final double[] direction, final TrainingBatch batch, final double h) {
        return (gradient(moved(weights, direction, h), batch).loss()
                        - gradient(moved(weights, direction, -h), batch).loss())
                / (2 * h);
    }

    /** Weights with so few bits that adding or taking away a small power of two is exact. */
    private static float[] shortened(final float[] weights) {
        for (int index = 0; index < weights.length; index++) {
            weights[index] = Math.round(weights[index] * 0x1p20f) * 0x1p-20f;
        }
        return weights;
    }

    private static float[] moved(final float[] weights, final double[] direction, final double h) {
        final float[] result = new float[weights.length];
        for (int index = 0; index < result.length; index++) {
            result[index] = (float) (weights[index] + h * direction[index]);
        }
        return result;
    }

    private static double[] direction(final int length) {
        final float[] numbers = TinyNetworks.gaussian(99, length);
        final double[] direction = new double[length];
        for (int index = 0; index < length; index++) {
            direction[index] = Math.signum(numbers[index]);
        }
        return direction;
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int index = 0; index < a.length; index++) {
            sum += a[index] * b[index];
        }
        return sum;
    }

    private static TrainingBatch withOtherUnlabelledImages(final TrainingBatch batch) {
        final float[] images = batch.images().clone();
        final int size = images.length / batch.rows();
        for (int row = 0; row < batch.rows(); row++) {
            for (int index = 0; index < size && batch.labels()[row] < 0; index++) {
                images[row * size + index] *= -0.5f;
            }
        }
        return new TrainingBatch(
                images,
                images,
                batch.noise(),
                batch.timesteps(),
                batch.signal(),
                batch.sigma(),
                batch.labels(),
                batch.importance(),
                batch.masks());
    }

    private static float[] noisyImages(final TrainingBatch batch) {
        final float[] noisy = new float[batch.images().length];
        final int size = noisy.length / batch.rows();
        for (int index = 0; index < noisy.length; index++) {
            noisy[index] = batch.images()[index] * batch.signal()[index / size]
                    + batch.noise()[index] * batch.sigma()[index / size];
        }
        return noisy;
    }

    private static double meanSquare(final float[] a, final float[] b) {
        double sum = 0;
        for (int index = 0; index < a.length; index++) {
            sum += (a[index] - b[index]) * (a[index] - b[index]);
        }
        return sum / a.length;
    }

    private static double crossEntropy(final float[] logits, final int[] labels, final int classes) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double total = 0;
            for (int index = 0; index < classes; index++) {
                total += Math.exp(logits[row * classes + index]);
            }
            sum += Math.log(total) - logits[row * classes + labels[row]];
        }
        return sum / labels.length;
    }
}
