package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small rules of a training: learning rate, best weights, divergence, settings. */
class TrainingRulesTests {

    @Test
    void theLearningRateWarmsUpAndFallsAlongACosine() {
        final LearningRateCurve curve = new LearningRateCurve(0.001);
        assertEquals(0.001 / 50, curve.at(1, 0), 1e-9);
        assertEquals(0.001, curve.at(50, 0), 1e-9);
        assertEquals(0.00051, curve.at(500, 0.5), 1e-9);
        assertEquals(0.00002, curve.at(1000, 1), 1e-9);
    }

    @Test
    void theLearningRateCanStay() {
        final LearningRateCurve curve =
                new LearningRateCurve(0.001, new LearningRatePlan(LearningRatePlan.Course.CONSTANT, 10));
        assertEquals(0.0005, curve.at(5, 0.9), 1e-9);
        assertEquals(0.001, curve.at(10, 0), 1e-9);
        assertEquals(0.001, curve.at(1000, 1), 1e-9);
        final LearningRateCurve cold =
                new LearningRateCurve(0.001, new LearningRatePlan(LearningRatePlan.Course.CONSTANT, 0));
        assertEquals(0.001, cold.at(1, 0), 1e-9);
    }

    @Test
    void balancedClassesCountTheSameAndTheirRowsCountOneOnAverage() {
        final TrainingImages data = StripedImages.labelled(IntStream.range(0, 50)
                .map(row -> row < 30 ? 0 : row < 36 ? 1 : -1)
                .toArray());
        final int[] rows = IntStream.range(0, 48).toArray();
        final float[] weights = ClassWeighting.BALANCED.weights(data, rows);
        assertEquals(30 * weights[0], 6 * weights[1], 1e-5);
        assertEquals(36, 30 * weights[0] + 6 * weights[1], 1e-5);
        assertArrayEquals(new float[] {1, 1}, ClassWeighting.NONE.weights(data, rows));
    }

    @Test
    void aClassWithoutRowsDoesNotShiftTheWeightsOfTheOthers() {
        final TrainingImages data = StripedImages.labelled(
                IntStream.range(0, 20).map(row -> row < 5 ? 0 : -1).toArray());
        assertArrayEquals(
                new float[] {1, 1},
                ClassWeighting.BALANCED.weights(data, IntStream.range(0, 20).toArray()));
    }

    @Test
    void theSmallestLossKeepsItsWeights() {
        final BestWeights best = new BestWeights(new ValidationSettings(0.1, 2, 0));
        final float[] good = new float[1];
        best.offer(new float[1], 1, 3);
        best.offer(good, 2, 1);
        best.offer(new float[1], 3, 2);
        assertSame(good, best.weights());
        assertEquals(2, best.step());
        assertFalse(best.isExhausted());
        best.offer(new float[1], 4, 2);
        assertTrue(best.isExhausted());
    }

    @Test
    void smallGainsKeepWeightsButDoNotRenewThePatience() {
        final BestWeights best = new BestWeights(new ValidationSettings(0.1, 2, 0.1));
        final float[] smallGain = new float[1];
        best.offer(new float[1], 1, 1);
        best.offer(new float[1], 2, 0.99);
        best.offer(smallGain, 3, 0.98);
        assertSame(smallGain, best.weights());
        assertTrue(best.isExhausted());
    }

    @Test
    void withoutValidationTheLastWeightsAreTheBest() {
        final BestWeights best = new BestWeights(new ValidationSettings(0, 1, 0));
        final float[] last = new float[1];
        best.offer(new float[1], 1, Double.NaN);
        best.offer(last, 2, Double.NaN);
        assertSame(last, best.weights());
        assertFalse(best.isExhausted());
    }

    @Test
    void lossesThatAreNotNumbersHalveTheStepAndThenEndTheTraining() throws TrainingException {
        final DivergenceGuard guard = new DivergenceGuard();
        assertTrue(guard.accepts(1, 1));
        assertEquals(1, guard.factor());
        for (int failure = 1; failure < 6; failure++) {
            assertFalse(guard.accepts(failure == 3 ? Double.POSITIVE_INFINITY : Double.NaN, 10 + failure));
        }
        assertEquals(1.0 / 32, guard.factor());
        assertEquals(11, guard.firstFailure());
        final TrainingException exception = assertThrows(TrainingException.class, () -> guard.accepts(Double.NaN, 99));
        assertTrue(exception.getMessage().contains("smaller learning rate"), exception.getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TrainingBudget.ofMinutes(0));
        assertThrows(IllegalArgumentException.class, () -> TrainingBudget.ofEpochs(0));
        assertThrows(IllegalArgumentException.class, () -> TrainingBudget.ofSteps(0));
        assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.DEFAULT.withLearningRate(0));
        assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.DEFAULT.withClassificationWeight(-1));
        assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.DEFAULT.withDiffusionWeight(-1));
        final OptimizerSettings classifierOnly = OptimizerSettings.DEFAULT.withDiffusionWeight(0);
        assertThrows(IllegalArgumentException.class, () -> classifierOnly.withClassificationWeight(0));
        assertThrows(IllegalArgumentException.class, () -> new ValidationSettings(0.6, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(Augmentation.Flip.NEVER, -1));
        assertThrows(
                IllegalArgumentException.class, () -> StripedImages.settings().withBatchSize(0));
        assertThrows(
                IllegalArgumentException.class, () -> StripedImages.settings().withRowsAtOnce(OptionalInt.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new LearningRatePlan(LearningRatePlan.Course.COSINE, -1));
        assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.DEFAULT.withAverageDecay(1));
    }
}
