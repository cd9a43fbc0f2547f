package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PixelImageTests {

    @Test
    void valuesAreUnsignedAndPlanar() {
        final PixelImage image = TestImages.image(3, 1, 2, 1, 2, 3, 4, 254, 255);
        assertEquals(2, image.value(0, 0, 1));
        assertEquals(3, image.value(1, 0, 0));
        assertEquals(255, image.value(2, 0, 1));
    }

    @Test
    void noCallerCanChangeAnImage() {
        final byte[] values = {1, 2};
        final PixelImage image = new PixelImage(new ImageShape(1, 1, 2), values);
        values[0] = 9;
        image.values()[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, image.values());
    }

    @Test
    void theNumberOfValuesMustBeTheShapes() {
        final ImageShape shape = new ImageShape(1, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> new PixelImage(shape, new byte[3]));
    }

    @Test
    void imagesOfOtherShapesDiffer() {
        assertEquals(TestImages.image(1, 1, 2, 5, 6), TestImages.image(1, 1, 2, 5, 6));
        assertNotEquals(TestImages.image(1, 1, 2, 5, 6), TestImages.image(1, 2, 1, 5, 6));
        assertNotEquals(TestImages.image(1, 1, 2, 5, 6), TestImages.image(1, 1, 2, 5, 7));
    }

    @Test
    void everyValueSurvivesTheWayThroughTheNetworksNumbers() {
        final int[] all = new int[256];
        for (int i = 0; i < 256; i++) {
            all[i] = i;
        }
        final PixelImage image = TestImages.image(1, 16, 16, all);
        final float[] numbers = ImageTensors.toNetwork(List.of(TestImages.gradient(1, 16, 16), image));
        assertEquals(-1, numbers[256]);
        assertEquals(1, numbers[511]);
        assertEquals(image, ImageTensors.fromNetwork(numbers, 1, image.shape()));
    }

    @Test
    void numbersOutsideTheRangeAreClamped() {
        final float[] numbers = {-7, 7, Float.NaN, Float.POSITIVE_INFINITY};
        assertEquals(
                TestImages.image(1, 2, 2, 0, 255, 0, 255),
                ImageTensors.fromNetwork(numbers, 0, new ImageShape(1, 2, 2)));
    }

    @Test
    void aBatchHoldsOneShapeOnly() {
        final List<PixelImage> images = List.of(TestImages.gradient(1, 2, 2), TestImages.gradient(3, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> ImageTensors.toNetwork(images));
    }

    @Test
    void pngFilesAreReproducible() {
        assertArrayEquals(
                PngEncoder.encode(TestImages.gradient(3, 9, 8)), PngEncoder.encode(TestImages.gradient(3, 9, 8)));
    }
}
