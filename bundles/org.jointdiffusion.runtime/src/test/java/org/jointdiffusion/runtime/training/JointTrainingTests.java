package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.ReliabilityDiagram;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ReferenceErrors;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.prediction.DenoisingError;
import org.junit.jupiter.api.Test;

class JointTrainingTests {

    private static final ProgressMonitor SILENT = ProgressMonitor.silent();

    @Test
    void learnsToClassifyAndToDenoise() throws Exception {
        final TrainingResult result =
                train(StripedImages.of(160), StripedImages.settings().withBudget(TrainingBudget.ofEpochs(12)));
        final HistoryEntry first = result.history().get(0);
        final HistoryEntry last = result.history().get(result.history().size() - 1);
        assertEquals(1, result.validation().accuracy());
        assertEquals(16, result.validation().total());
        assertEquals(
                16,
                result.reliability().calibrated().bins().stream()
                        .mapToLong(ReliabilityDiagram.Bin::rows)
                        .sum());
        assertTrue(last.validationDiffusionLoss() < 0.8 * first.validationDiffusionLoss());
        assertTrue(last.validationClassificationLoss() < first.validationClassificationLoss());
        assertEquals("position", result.model().specification().targetName());
        assertTrue(result.model().referenceErrors().isEmpty(), "16 held-out images are too few to tell what is usual");
    }

    @Test
    void theSameSeedGivesTheSameModelAlsoWhenTwoTrainAtOnce() throws Exception {
        final TrainingImages data = StripedImages.of(60);
        final TrainingSettings settings = StripedImages.settings().withSeed(5);
        final float[] alone = train(data, settings).model().weights();
        final CompletableFuture<TrainingResult> one = CompletableFuture.supplyAsync(() -> trainQuietly(data, settings));
        final CompletableFuture<TrainingResult> two = CompletableFuture.supplyAsync(() -> trainQuietly(data, settings));
        assertArrayEquals(alone, one.get().model().weights());
        assertArrayEquals(alone, two.get().model().weights());
        assertFalse(
                Arrays.equals(alone, train(data, settings.withSeed(6)).model().weights()));
    }

    @Test
    void unlabelledRowsJoin() throws Exception {
        final int[] labels = new int[80];
        Arrays.fill(labels, -1);
        for (int row = 0; row < 20; row++) {
            labels[row] = row % 2;
        }
        final Map<String, String> facts = train(StripedImages.labelled(labels), StripedImages.settings())
                .model()
                .card()
                .facts();
        assertEquals("20", facts.get("labelled rows"));
        assertEquals("60", facts.get("unlabelled rows"));
        assertEquals("78", facts.get("training rows"));
        assertEquals("2", facts.get("validation rows"));
    }

    @Test
    void theModelKnowsHowBadlyHeldOutImagesAreDenoised() throws Exception {
        final TrainingImages data = StripedImages.of(220);
        final TrainingSettings settings = StripedImages.settings().withBudget(TrainingBudget.ofSteps(3));
        final JointModel model = train(data, settings).model();
        final int[] heldOut = DataSplit.of(data, settings.validation().share(), settings.seed())
                .validation();
        final List<PixelImage> images =
                Arrays.stream(heldOut).mapToObj(data::image).toList();
        try (JointNetwork network = RuntimeService.shared().load(model, settings.device(), settings.precision())) {
            final double[] errors = new DenoisingError(network, settings.schedule(), () -> {}).of(images);
            assertEquals(22, errors.length);
            assertEquals(ReferenceErrors.of(errors), model.referenceErrors());
        }
    }

    @Test
    void theModelCardTellsHowTheModelWasMade() throws Exception {
        final Map<String, String> facts = train(
                        StripedImages.of(40), StripedImages.settings().withSeed(9))
                .model()
                .card()
                .facts();
        assertEquals("9", facts.get("seed"));
        // 36 training rows, 5 epochs, 16 rows a step
        assertEquals("12", facts.get("steps"));
        assertEquals("CPU", facts.get("device"));
        assertEquals("FLOAT32", facts.get("precision"));
        assertEquals(64, facts.get("data hash (SHA-256)").length());
    }

    @Test
    void takesExactlyTheStepsThatAreAskedFor() throws Exception {
        final TrainingSettings settings = StripedImages.settings().withBudget(TrainingBudget.ofSteps(7));
        final TrainingResult result = train(StripedImages.of(40), settings);
        assertEquals("7", result.model().card().facts().get("steps"));
        assertEquals(7, result.history().get(0).step());
    }

    @Test
    void withoutTheDiffusionLossOnlyTheClassifierLearns() throws Exception {
        final TrainingSettings settings = StripedImages.settings()
                .withBudget(TrainingBudget.ofEpochs(12))
                .withOptimizer(OptimizerSettings.DEFAULT.withDiffusionWeight(0));
        final TrainingResult result = train(StripedImages.of(160), settings);
        final HistoryEntry last = result.history().get(result.history().size() - 1);
        assertEquals(1, result.validation().accuracy());
        assertEquals(0, last.diffusionLoss());
        // an untrained decoder predicts nothing of noise with a mean square of 1
        assertTrue(last.validationDiffusionLoss() > 0.9);
        assertEquals("0.0", result.model().card().facts().get("diffusion weight"));
    }

    @Test
    void goesOnWhereTheModelStands() throws Exception {
        final TrainingImages data = StripedImages.of(160);
        final TrainingSettings settings = StripedImages.settings().withBudget(TrainingBudget.ofEpochs(12));
        final TrainingResult first = train(data, settings);
        final TrainingResult second = JointTraining.goOn(
                first.model(), data, settings.withBudget(TrainingBudget.ofSteps(3)), "position", SILENT);
        final HistoryEntry last = first.history().get(first.history().size() - 1);
        final HistoryEntry next = second.history().get(0);
        assertEquals(last.validationDiffusionLoss(), next.validationDiffusionLoss(), 0.02);
        assertEquals(1, next.validationAccuracy());
        final Map<String, String> facts = second.model().card().facts();
        assertEquals("3", facts.get("steps"));
        assertEquals(first.model().card().facts().get("steps"), facts.get("steps of earlier trainings"));
        assertEquals(
                first.model().card().facts().get("validation rows"),
                second.model().card().facts().get("validation rows"));
    }

    @Test
    void goesOnWithMoreClassesInAnotherOrder() throws Exception {
        final TrainingSettings settings = StripedImages.settings().withBudget(TrainingBudget.ofEpochs(12));
        final TrainingResult first = train(StripedImages.of(160), settings);
        final TrainingImages more = StripedImages.withThirdClass(180);
        final TrainingSettings wider = settings.withNetwork(settings.network().withClasses(3));
        final TrainingResult second = JointTraining.goOn(first.model(), more, wider, "position", SILENT);
        assertEquals(
                List.of("even", "below", "above"),
                second.model().specification().classNames());
        assertTrue(
                second.validation().accuracy() > 0.9,
                () -> "accuracy " + second.validation().accuracy());
    }

    @Test
    void theStateThatAModelLeavesIsThatOfItsWeights() throws Exception {
        final TrainingTask task = TrainingTask.of(StripedImages.of(60), "position");
        final TrainingSettings settings = StripedImages.settings();
        assertTrue(JointTraining.train(task, settings, SILENT).state().isEmpty());
        final TrainingResult result =
                JointTraining.train(task.giving(TrainingTask.Outcome.MODEL_AND_STATE), settings, SILENT);
        assertEquals(
                result.model().card().facts().get("best step"),
                Long.toString(result.state().orElseThrow().steps()));
        final TrainingResult next = JointTraining.train(
                task.goingOnFrom(new StartingPoint(result.model(), result.state()))
                        .giving(TrainingTask.Outcome.MODEL_AND_STATE),
                settings.withBudget(TrainingBudget.ofSteps(2)),
                SILENT);
        assertEquals(
                result.state().get().steps() + 2, next.state().orElseThrow().steps());
    }

    @Test
    void imagesThatOnlyJudgeTakeThePlaceOfHeldOutOnes() throws Exception {
        final TrainingImages judges = StripedImages.labelled(new int[] {0, 1, 0, -1, 0, 1, 0, 1});
        final TrainingResult result = JointTraining.train(
                TrainingTask.of(StripedImages.of(40), "position").judgedBy(judges), StripedImages.settings(), SILENT);
        final Map<String, String> facts = result.model().card().facts();
        assertEquals("40", facts.get("training rows"));
        assertEquals("7", facts.get("validation rows"));
        assertEquals(7, result.validation().total());
        assertFalse(Double.isNaN(result.history().get(0).validationDiffusionLoss()));
    }

    @Test
    void imagesThatCannotJudgeAreRefused() {
        final TrainingTask task = TrainingTask.of(StripedImages.of(40), "position");
        final TrainingImages unlabelled = StripedImages.labelled(filled(-1));
        final TrainingImages others = StripedImages.withThirdClass(20);
        assertRefused(task.judgedBy(unlabelled), "No validation image has a class");
        assertRefused(
                task.judgedBy(others), "validation images are 8x8 grey and have the classes [even, below, above]");
    }

    private static void assertRefused(final TrainingTask task, final String part) {
        final TrainingException exception = assertThrows(
                TrainingException.class, () -> JointTraining.train(task, StripedImages.settings(), SILENT));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    @Test
    void rowsAtOnceDoNotChangeWhatIsLearned() throws Exception {
        final TrainingImages data = StripedImages.of(40);
        final TrainingSettings settings = StripedImages.settings().withBudget(TrainingBudget.ofSteps(5));
        final TrainingResult whole = train(data, settings);
        final TrainingResult parts = train(data, settings.withRowsAtOnce(OptionalInt.of(3)));
        assertEquals(
                whole.history().get(0).diffusionLoss(), parts.history().get(0).diffusionLoss(), 1e-3);
        assertEquals(List.of(), parts.notes());
    }

    @Test
    void balancedClassesAreNamedInTheCard() throws Exception {
        final int[] labels = IntStream.range(0, 60)
                .map(row -> row % 6 == 1 ? 1 : row % 2 == 0 ? 0 : -1)
                .toArray();
        final TrainingResult result = train(
                StripedImages.labelled(labels),
                StripedImages.settings()
                        .withOptimizer(OptimizerSettings.DEFAULT.withClassWeighting(ClassWeighting.BALANCED)));
        assertEquals("balanced", result.model().card().facts().get("class weights"));
        assertTrue(Double.isFinite(result.history().get(0).validationClassificationLoss()));
    }

    @Test
    void stopsWhenTheTimeIsUp() throws Exception {
        final long start = System.nanoTime();
        final TrainingResult result =
                train(StripedImages.of(60), StripedImages.settings().withBudget(TrainingBudget.ofMinutes(0.03)));
        assertTrue(System.nanoTime() - start < 60_000_000_000L);
        assertTrue(result.history().get(result.history().size() - 1).seconds() >= 0.03 * 60);
    }

    @Test
    void stopsEarlyWhenNothingImproves() throws Exception {
        final TrainingSettings settings = StripedImages.settings()
                .withBudget(TrainingBudget.ofEpochs(10_000))
                .withValidation(ValidationSettings.DEFAULT.withEarlyStopping(2, 0.9));
        // three validations of 20 steps: the first improves on nothing, the others by less than nine tenths
        assertEquals(
                3,
                train(StripedImages.of(60), settings.withOptimizer(OptimizerSettings.DEFAULT.withLearningRate(1e-6)))
                        .history()
                        .size());
    }

    @Test
    void withoutValidationTheLastWeightsAreKept() throws Exception {
        final TrainingResult result =
                train(StripedImages.of(40), StripedImages.settings().withValidation(new ValidationSettings(0, 5, 0)));
        assertEquals(0, result.validation().total());
        assertTrue(Double.isNaN(result.reliability().uncalibrated().expectedCalibrationError()));
        assertEquals(1, result.model().temperature());
        assertTrue(Double.isNaN(result.history().get(0).validationAccuracy()));
        assertEquals("not measured", result.model().card().facts().get("validation accuracy"));
    }

    @Test
    void reportsWhereItIs() throws Exception {
        final List<Double> fractions = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        JointTraining.train(StripedImages.of(40), StripedImages.settings(), "position", new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                fractions.add(fraction);
                messages.add(message);
            }

            @Override
            public void checkCancelled() {
                // nobody cancels
            }
        });
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.get(fractions.size() - 1));
        assertTrue(
                messages.get(messages.size() - 1)
                        .matches("Step 12 \\(epoch 5\\.3\\), \\d+ images/s, 0 s left: diffusion loss .*"),
                messages.get(messages.size() - 1));
    }

    @Test
    void cancellingAnswersWithinTwoSeconds() {
        final AtomicLong cancelledAt = new AtomicLong();
        final TrainingSettings endless = TrainingSettings.of(NetworkPreset.MEDIUM.configure(StripedImages.SHAPE, 2));
        assertThrows(
                CancelledException.class,
                () -> JointTraining.train(StripedImages.of(400), endless, "position", new ProgressMonitor() {
                    private int steps;

                    @Override
                    public void report(final double fraction, final String message) {
                        steps++;
                    }

                    @Override
                    public void checkCancelled() {
                        if (steps > 2) {
                            cancelledAt.compareAndSet(0, System.nanoTime());
                            throw new CancelledException();
                        }
                    }
                }));
        assertTrue(System.nanoTime() - cancelledAt.get() < 2_000_000_000L);
    }

    @Test
    void saysWhatIsMissing() {
        final TrainingSettings settings = StripedImages.settings();
        assertRefused(StripedImages.of(9), settings, "only 9 images");
        assertRefused(StripedImages.labelled(filled(-1)), settings, "every value of the class column is missing");
        assertRefused(StripedImages.labelled(filled(1)), settings, "belong to the class \"below\"");
        final TrainingSettings other = TrainingSettings.of(NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 2));
        assertRefused(StripedImages.of(40), other, "28x28 grey");
    }

    private static int[] filled(final int label) {
        final int[] labels = new int[20];
        Arrays.fill(labels, label);
        return labels;
    }

    private static void assertRefused(final TrainingImages data, final TrainingSettings settings, final String part) {
        final TrainingException exception = assertThrows(TrainingException.class, () -> train(data, settings));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    private static TrainingResult train(final TrainingImages data, final TrainingSettings settings)
            throws TrainingException {
        return JointTraining.train(data, settings, "position", ProgressMonitor.silent());
    }

    private static TrainingResult trainQuietly(final TrainingImages data, final TrainingSettings settings) {
        try {
            return train(data, settings);
        } catch (final TrainingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
