package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.FailingRuns;
import org.jointdiffusion.runtime.engine.TrainingRun;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.Test;

/** What a training does when the engine fails or the numbers are lost. */
class TrainingSessionTests {

    private static final NetworkConfiguration NETWORK = StripedImages.settings().network();

    @Test
    void tooLittleMemoryIsSaidOnceAndTrainingGoesOn() throws Exception {
        final StartingWeights start = start();
        try (TrainingRun run = FailingRuns.withMemoryFor(5, NETWORK, start.average())) {
            final TrainedWeights trained = session(run, start, 6).run(ProgressMonitor.silent());
            assertEquals(6, trained.steps());
            assertEquals(
                    List.of("The device has too little memory for 16 images at once, so 4 were computed at a time;"
                            + " the batch size is still 16."),
                    trained.notes());
        }
    }

    @Test
    void lostNumbersLeadBackToTheBestWeightsWithHalfTheLearningRate() throws Exception {
        final StartingWeights start = start();
        // the first validation is after step 20
        try (TrainingRun run = FailingRuns.diverging(step -> step == 25, NETWORK, start.average())) {
            final TrainedWeights trained = session(run, start, 120).run(ProgressMonitor.silent());
            final HistoryEntry first = trained.history().get(0);
            final HistoryEntry last = trained.history().get(trained.history().size() - 1);
            assertEquals(120, last.step());
            assertTrue(last.validationDiffusionLoss() < first.validationDiffusionLoss());
            assertTrue(Double.isFinite(last.diffusionLoss()));
            // after step 100: the warm-up after the return is over, five sixths of the cosine are left behind
            final double usual = new LearningRateCurve(1e-3).at(100, 99 / 120.0);
            assertEquals(usual / 2, trained.history().get(4).learningRate(), 1e-9);
            assertEquals(1, trained.notes().size());
            assertTrue(
                    trained.notes().get(0).startsWith("The loss was not a number 1 time, first at step 25;"),
                    trained.notes().get(0));
        }
    }

    @Test
    void lostNumbersBeforeTheFirstValidationLeadBackToTheStart() throws Exception {
        final StartingWeights start = start();
        try (TrainingRun run = FailingRuns.diverging(step -> step == 3, NETWORK, start.average())) {
            final TrainedWeights trained = session(run, start, 30).run(ProgressMonitor.silent());
            for (final float weight : trained.weights()) {
                assertTrue(Float.isFinite(weight));
            }
            assertTrue(Double.isFinite(trained.history().get(0).validationDiffusionLoss()));
        }
    }

    @Test
    void aTrainingThatAlwaysDivergesEndsWithAMessage() {
        final StartingWeights start = start();
        try (TrainingRun run = FailingRuns.diverging(step -> true, NETWORK, start.average())) {
            final TrainingException exception = assertThrows(
                    TrainingException.class, () -> session(run, start, 100).run(ProgressMonitor.silent()));
            assertTrue(exception.getMessage().contains("after 6 steps"), exception.getMessage());
            assertTrue(exception.getMessage().contains("smaller learning rate"), exception.getMessage());
        }
    }

    private static StartingWeights start() {
        try {
            return StartingWeights.of(task(), settings(1));
        } catch (final TrainingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static TrainingSession session(final TrainingRun run, final StartingWeights start, final long steps) {
        return new TrainingSession(
                PreparedTraining.of(task(), settings(steps)), run, start, Optional.empty(), System.nanoTime());
    }

    private static TrainingTask task() {
        return TrainingTask.of(StripedImages.of(80), "position");
    }

    private static TrainingSettings settings(final long steps) {
        return StripedImages.settings().withBudget(TrainingBudget.ofSteps(steps));
    }
}
