package org.jointdiffusion.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.junit.jupiter.api.Test;

class BatchMakerTests {

    private static final TrainingImages DATA = StripedImages.of(50);
    private static final List<DropoutMask> MASKS =
            List.of(new DropoutMask(100, 0.25, false), new DropoutMask(50, 0.5, true));

    @Test
    void imagesAreScaledToMinusOneToOne() {
        final TrainingBatch batch = maker(Augmentation.DEFAULT).next(1);
        final int[] rows = new RowOrder(IntStream.range(0, 50).toArray(), 0).next(16);
        for (int index = 0; index < batch.images().length; index++) {
            final int pixel = DATA.pixels()[rows[index / 64] * 64 + index % 64] & 0xFF;
            assertEquals(pixel / 127.5f - 1, batch.images()[index]);
        }
    }

    @Test
    void onlyTheClassifiersImagesAreVaried() {
        final TrainingBatch plain =
                maker(new Augmentation(Augmentation.Flip.NEVER, 0)).next(1);
        final TrainingBatch varied =
                maker(new Augmentation(Augmentation.Flip.HORIZONTAL, 2)).next(1);
        assertArrayEquals(plain.images(), plain.variations());
        assertArrayEquals(plain.images(), varied.images());
        assertFalse(Arrays.equals(varied.images(), varied.variations()));
    }

    @Test
    void mirroringReversesEachLine() {
        final AugmentedImages images = new AugmentedImages(DATA, new Augmentation(Augmentation.Flip.HORIZONTAL, 0), 0);
        final float[] plain = new float[64];
        images.plain(4, plain, 0);
        int mirrored = 0;
        for (int step = 0; step < 100; step++) {
            final float[] varied = new float[64];
            images.varied(4, step, varied, 0);
            if (!Arrays.equals(plain, varied)) {
                mirrored++;
                for (int index = 0; index < 64; index++) {
                    assertEquals(plain[index / 8 * 8 + 7 - index % 8], varied[index]);
                }
            }
        }
        assertEquals(50, mirrored, 20);
    }

    @Test
    void shiftsRepeatTheEdge() {
        final AugmentedImages images = new AugmentedImages(DATA, new Augmentation(Augmentation.Flip.NEVER, 1), 0);
        final float[] plain = new float[64];
        images.plain(4, plain, 0);
        boolean movedDown = false;
        for (int step = 0; step < 50; step++) {
            final float[] varied = new float[64];
            images.varied(4, step, varied, 0);
            movedDown |= Arrays.equals(Arrays.copyOf(plain, 56), Arrays.copyOfRange(varied, 8, 64))
                    && Arrays.equals(Arrays.copyOf(plain, 8), Arrays.copyOf(varied, 8));
        }
        assertTrue(movedDown);
    }

    @Test
    void masksDropTheirShareAndKeepTheMean() {
        final float[] masks = maker(Augmentation.DEFAULT).next(1).masks();
        assertEquals(16 * (2 * 100 + 50), masks.length);
        final float[] encoder = Arrays.copyOf(masks, 3200);
        final float[] decoder = Arrays.copyOfRange(masks, 3200, masks.length);
        assertEquals(0.25, share(encoder, 0), 0.03);
        assertEquals(0.75, share(encoder, 4f / 3), 0.03);
        assertEquals(0.5, share(decoder, 0), 0.05);
        assertEquals(0.5, share(decoder, 2), 0.05);
    }

    @Test
    void timestepsCoverTheWholeRange() {
        final int[] timesteps = maker(Augmentation.DEFAULT).next(1).timesteps();
        final int[] sixteenths =
                Arrays.stream(timesteps).map(t -> t * 16 / 1000).sorted().toArray();
        assertArrayEquals(IntStream.range(0, 16).toArray(), sixteenths);
    }

    @Test
    void labelledRowsShareTheCrossEntropyAndClassesAreWeighed() {
        final int[] labels = IntStream.range(0, 40)
                .map(row -> row % 4 == 0 ? 1 : row % 4 == 3 ? -1 : 0)
                .toArray();
        final TrainingSettings settings = StripedImages.settings();
        final TrainingBatch plain =
                maker(StripedImages.labelled(labels), settings).next(1);
        final TrainingBatch balanced = maker(
                        StripedImages.labelled(labels),
                        settings.withOptimizer(OptimizerSettings.DEFAULT.withClassWeighting(ClassWeighting.BALANCED)))
                .next(1);
        final long labelled =
                Arrays.stream(plain.labels()).filter(label -> label >= 0).count();
        for (int index = 0; index < 16; index++) {
            final int label = plain.labels()[index];
            assertEquals(label < 0 ? 0 : 1f / labelled, plain.importance()[index]);
            // 20 rows of one class, 10 of the other: 30 / (2 * 20) and 30 / (2 * 10)
            assertEquals(label < 0 ? 0 : (label == 0 ? 0.75f : 1.5f) / labelled, balanced.importance()[index], 1e-7f);
        }
    }

    @Test
    void theSameSeedGivesTheSameBatches() {
        final BatchMaker one = maker(Augmentation.DEFAULT);
        final BatchMaker two = maker(Augmentation.DEFAULT);
        for (int step = 1; step < 4; step++) {
            final TrainingBatch a = one.next(step);
            final TrainingBatch b = two.next(step);
            assertArrayEquals(a.variations(), b.variations());
            assertArrayEquals(a.noise(), b.noise());
            assertArrayEquals(a.timesteps(), b.timesteps());
            assertArrayEquals(a.masks(), b.masks());
        }
    }

    private static BatchMaker maker(final Augmentation augmentation) {
        final TrainingSettings settings = StripedImages.settings().withAugmentation(augmentation);
        return maker(DATA, settings);
    }

    private static BatchMaker maker(final TrainingImages data, final TrainingSettings settings) {
        final TrainingSettings all = settings.withValidation(new ValidationSettings(0, 1, 0));
        return new BatchMaker(PreparedTraining.of(TrainingTask.of(data, "position"), all), MASKS);
    }

    private static double share(final float[] values, final float wanted) {
        int count = 0;
        for (final float value : values) {
            count += value == wanted ? 1 : 0;
        }
        return (double) count / values.length;
    }
}
