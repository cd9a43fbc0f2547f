package org.jointdiffusion.runtime.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.junit.jupiter.api.Test;

class OracleTests {

    private static final ImageShape SHAPE = LabelledStripes.SHAPE;

    private static final OracleSettings SETTINGS =
            OracleSettings.DEFAULT.withBudget(StepBudget.ofSteps(30)).withPrecision(Precision.FLOAT32);

    @Test
    void probabilitiesSumToOneAndTheLargestIsTheClass() throws Exception {
        try (Oracle oracle = oracle(SETTINGS)) {
            final List<PixelImage> images = LabelledStripes.others(SHAPE, 7);
            final List<double[]> probabilities = oracle.probabilities(images);
            final int[] classes = oracle.classes(images);
            assertEquals(7, probabilities.size());
            for (int row = 0; row < 7; row++) {
                assertEquals(1, Arrays.stream(probabilities.get(row)).sum(), 1e-12);
                assertEquals(
                        Arrays.stream(probabilities.get(row)).max().orElseThrow(),
                        probabilities.get(row)[classes[row]]);
            }
        }
    }

    @Test
    void anImageIsJudgedAloneAsAmongManyOthers() throws Exception {
        try (Oracle oracle = oracle(SETTINGS)) {
            final List<PixelImage> images = LabelledStripes.others(SHAPE, 300);
            final float[] all = oracle.features(images);
            final int width = oracle.featureWidth();
            assertEquals(300 * width, all.length);
            final float[] alone = oracle.features(images.subList(280, 281));
            for (int index = 0; index < width; index++) {
                assertEquals(alone[index], all[280 * width + index], 1e-5);
            }
            assertArrayEquals(
                    oracle.probabilities(images.subList(280, 281)).get(0),
                    oracle.probabilities(images).get(280),
                    1e-5);
        }
    }

    @Test
    void nothingToJudgeGivesNothing() throws Exception {
        try (Oracle oracle = oracle(SETTINGS)) {
            assertEquals(0, oracle.features(List.of()).length);
            assertEquals(List.of(), oracle.probabilities(List.of()));
        }
    }

    @Test
    void withoutHeldOutRowsTheAccuracyIsUnknown() throws Exception {
        try (Oracle oracle = oracle(SETTINGS.withValidationShare(0))) {
            assertTrue(Double.isNaN(oracle.validationAccuracy()));
        }
    }

    @Test
    void imagesOfAnotherShapeAreRefused() throws Exception {
        try (Oracle oracle = oracle(SETTINGS)) {
            final List<PixelImage> images = LabelledStripes.others(new ImageShape(1, 9, 8), 1);
            final IllegalArgumentException exception =
                    assertThrows(IllegalArgumentException.class, () -> oracle.classes(images));
            assertTrue(exception.getMessage().contains("8x8"), exception.getMessage());
        }
    }

    private static Oracle oracle(final OracleSettings settings) throws Exception {
        return OracleTraining.train(LabelledStripes.of(SHAPE, 60), settings, ProgressMonitor.silent());
    }
}
