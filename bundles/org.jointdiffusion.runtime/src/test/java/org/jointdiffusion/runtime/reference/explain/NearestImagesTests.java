package org.jointdiffusion.runtime.reference.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.junit.jupiter.api.Test;

class NearestImagesTests {

    private static final ImageShape PAIR = new ImageShape(1, 1, 2);

    /** Two images of each of two classes. */
    private static final FashionData DATA = new FashionData(
            new TrainingImages(
                    PAIR,
                    new byte[] {10, 10, (byte) 200, (byte) 200, 11, 30, (byte) 130, (byte) 250},
                    new int[] {0, 1, 1, 1},
                    List.of("dark", "bright")),
            List.of(),
            new int[0]);

    private static PixelImage image(final int left, final int right) {
        return new PixelImage(PAIR, new byte[] {(byte) left, (byte) right});
    }

    private static PixelImage nearest(final PixelImage original, final int desired) {
        final Question question = new Question(0, original, 1 - desired, desired, Question.Choice.RANDOM);
        return new NearestImages(DATA).answer(List.of(question)).get(0);
    }

    @Test
    void theNearestImageOfTheDesiredClassIsFound() {
        assertEquals(image(11, 30), nearest(image(10, 10), 1));
        assertEquals(image(10, 10), nearest(image(255, 255), 0));
    }

    @Test
    void valuesAreUnsignedAndDistancesSumAbsoluteDifferences() {
        // 70 + 50 to (200, 200), 0 + 100 + 0 to (130, 250) and more to (11, 30)
        assertEquals(image(130, 250), nearest(image(130, 150), 1));
        // 1 + 55 to (200, 200), 71 + 5 to (130, 250)
        assertEquals(image(200, 200), nearest(image(201, 255), 1));
    }
}
