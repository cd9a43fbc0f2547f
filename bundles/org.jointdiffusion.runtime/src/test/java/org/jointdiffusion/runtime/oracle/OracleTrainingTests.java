package org.jointdiffusion.runtime.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.junit.jupiter.api.Test;

class OracleTrainingTests {

    private static final ImageShape SHAPE = LabelledStripes.SHAPE;

    private static final OracleSettings SETTINGS = OracleSettings.DEFAULT
            .withBudget(StepBudget.ofSteps(60))
            .withBatchSize(16)
            .withPrecision(Precision.FLOAT32);

    @Test
    void learnsAnEasyTask() throws Exception {
        try (Oracle oracle = train(LabelledStripes.of(SHAPE, 120), SETTINGS)) {
            assertLearned(oracle);
            assertEquals(1, oracle.validationAccuracy());
        }
    }

    @Test
    void learnsImagesOfAnySizeAndColour() throws Exception {
        for (final ImageShape shape : List.of(new ImageShape(3, 11, 17), new ImageShape(3, 90, 30))) {
            try (Oracle oracle = train(LabelledStripes.of(shape, 60), SETTINGS)) {
                assertLearned(oracle);
            }
        }
    }

    @Test
    void learnsInLowPrecision() throws Exception {
        try (Oracle oracle = train(LabelledStripes.of(SHAPE, 120), SETTINGS.withPrecision(Precision.BFLOAT16))) {
            assertLearned(oracle);
        }
    }

    @Test
    void theSameSeedGivesTheSameOracleAlsoWhenTwoTrainAtOnce() throws Exception {
        final float[] alone = features(5);
        final CompletableFuture<float[]> one = CompletableFuture.supplyAsync(() -> features(5));
        final CompletableFuture<float[]> two = CompletableFuture.supplyAsync(() -> features(5));
        assertArrayEquals(alone, one.get());
        assertArrayEquals(alone, two.get());
        assertFalse(Arrays.equals(alone, features(6)));
    }

    @Test
    void rowsWithoutALabelDoNotMatter() throws Exception {
        final int[] labels = LabelledStripes.filled(60, -1);
        for (int row = 0; row < 30; row++) {
            labels[row] = row % 3;
        }
        final TrainingImages data = LabelledStripes.labelled(SHAPE, labels);
        final TrainingImages other = new TrainingImages(
                SHAPE, Arrays.copyOf(Arrays.copyOf(data.pixels(), 30 * 64), 60 * 64), labels, data.classNames());
        assertFalse(Arrays.equals(data.pixels(), other.pixels()));
        try (Oracle oracle = train(data, SETTINGS);
                Oracle same = train(other, SETTINGS)) {
            final List<PixelImage> images = LabelledStripes.others(SHAPE, 4);
            assertArrayEquals(oracle.features(images), same.features(images));
        }
    }

    @Test
    void reportsWhereItIs() throws Exception {
        final List<Double> fractions = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        OracleTraining.train(LabelledStripes.of(SHAPE, 30), SETTINGS, new ProgressMonitor() {
                    @Override
                    public void report(final double fraction, final String message) {
                        fractions.add(fraction);
                        messages.add(message);
                    }

                    @Override
                    public void checkCancelled() {
                        // nobody cancels
                    }
                })
                .close();
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1, fractions.get(fractions.size() - 1));
        assertTrue(
                messages.get(messages.size() - 1)
                        .matches("Training the oracle: step 60 of 60, loss \\d\\.\\d+, \\d+ of 16 right"),
                messages.get(messages.size() - 1));
    }

    @Test
    void cancellingEndsTheTraining() {
        final List<String> messages = new ArrayList<>();
        final OracleSettings endless = SETTINGS.withBudget(StepBudget.ofSteps(1_000_000));
        assertThrows(
                CancelledException.class,
                () -> OracleTraining.train(LabelledStripes.of(SHAPE, 60), endless, new ProgressMonitor() {
                    @Override
                    public void report(final double fraction, final String message) {
                        messages.add(message);
                    }

                    @Override
                    public void checkCancelled() {
                        if (messages.size() > 3) {
                            throw new CancelledException();
                        }
                    }
                }));
        assertEquals(4, messages.size());
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(LabelledStripes.of(SHAPE, 9), "only 9 labelled images");
        assertRefused(LabelledStripes.labelled(SHAPE, LabelledStripes.filled(20, -1)), "only 0 labelled images");
        assertRefused(LabelledStripes.labelled(SHAPE, LabelledStripes.filled(20, 1)), "the class \"below\"");
        assertRefused(LabelledStripes.of(new ImageShape(1, 7, 9), 20), "at least 8 pixels");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withBatchSize(0));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withValidationShare(0.6));
        assertThrows(IllegalArgumentException.class, () -> new StepBudget(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new StepBudget(1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> StepBudget.ofSteps(0));
    }

    @Test
    void theStepsFollowFromTheRowsWithinLimits() {
        final StepBudget budget = new StepBudget(10, 50, 400);
        assertEquals(50, budget.steps(20, 16));
        assertEquals(63, budget.steps(100, 16));
        assertEquals(400, budget.steps(100_000, 16));
    }

    private static void assertLearned(final Oracle oracle) {
        final ImageShape shape = oracle.imageShape();
        final int[] classes = oracle.classes(LabelledStripes.others(shape, 30));
        for (int row = 0; row < classes.length; row++) {
            assertEquals(row % 3, classes[row], "image " + row + " of " + shape);
        }
    }

    private static float[] features(final long seed) {
        try (Oracle oracle = train(LabelledStripes.of(SHAPE, 60), SETTINGS.withSeed(seed))) {
            return oracle.features(LabelledStripes.others(SHAPE, 3));
        } catch (final TrainingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void assertRefused(final TrainingImages data, final String part) {
        final TrainingException exception = assertThrows(TrainingException.class, () -> train(data, SETTINGS));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }

    private static Oracle train(final TrainingImages data, final OracleSettings settings) throws TrainingException {
        return OracleTraining.train(data, settings, ProgressMonitor.silent());
    }
}
