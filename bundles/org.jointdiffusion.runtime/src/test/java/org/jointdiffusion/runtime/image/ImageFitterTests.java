package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageFitterTests {

    @Test
    void anImageOfTheShapeStaysAsItIs() {
        final PixelImage image = TestImages.gradient(3, 4, 5);
        assertSame(image, ImageFitter.fit(image, image.shape(), ImageFit.PAD));
    }

    @Test
    void shrinkingAveragesAreas() {
        final PixelImage image = TestImages.image(1, 2, 4, 0, 10, 100, 200, 20, 30, 0, 100);
        assertEquals(TestImages.image(1, 1, 2, 15, 100), stretch(image, 1, 1, 2));
    }

    @Test
    void shrinkingByAFractionWeighsPartlyCoveredPixels() {
        // each target pixel covers one and a half source pixels
        assertEquals(TestImages.image(1, 1, 2, 60, 180), stretch(TestImages.image(1, 1, 3, 30, 120, 210), 1, 1, 2));
    }

    @Test
    void growingInterpolatesBetweenPixelCentres() {
        assertEquals(TestImages.image(1, 1, 4, 0, 25, 75, 100), stretch(TestImages.image(1, 1, 2, 0, 100), 1, 1, 4));
    }

    @Test
    void aSinglePixelGrowsToAFlatImage() {
        assertEquals(TestImages.image(1, 2, 2, 7, 7, 7, 7), stretch(TestImages.image(1, 1, 1, 7), 1, 2, 2));
    }

    @Test
    void greyBecomesThreeEqualChannels() {
        assertEquals(
                TestImages.image(3, 1, 2, 9, 200, 9, 200, 9, 200), stretch(TestImages.image(1, 1, 2, 9, 200), 3, 1, 2));
    }

    @Test
    void coloursBecomeTheirBrightness() {
        // 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2
        assertEquals(TestImages.image(1, 1, 1, 124), stretch(TestImages.image(3, 1, 1, 200, 100, 50), 1, 1, 1));
    }

    @Test
    void paddingKeepsProportionsAndFillsWithTheMeanBorderColour() {
        final PixelImage wide = TestImages.image(1, 1, 4, 10, 20, 30, 40);
        assertEquals(
                TestImages.image(1, 4, 4, 25, 25, 25, 25, 10, 20, 30, 40, 25, 25, 25, 25, 25, 25, 25, 25),
                ImageFitter.fit(wide, new ImageShape(1, 4, 4), ImageFit.PAD));
    }

    @ParameterizedTest
    @CsvSource({"1,1,28,28", "3,1,28,28", "1000,3,28,28", "3,1000,32,64", "27,29,28,28", "5,7,1,1"})
    void aFlatImageStaysFlatAtAnySize(final int height, final int width, final int newHeight, final int newWidth) {
        final byte[] values = new byte[height * width];
        Arrays.fill(values, (byte) 201);
        final PixelImage flat = new PixelImage(new ImageShape(1, height, width), values);
        for (final ImageFit fit : ImageFit.values()) {
            final PixelImage fitted = ImageFitter.fit(flat, new ImageShape(1, newHeight, newWidth), fit);
            for (final byte value : fitted.values()) {
                assertEquals((byte) 201, value);
            }
        }
    }

    private static PixelImage stretch(final PixelImage image, final int channels, final int height, final int width) {
        return ImageFitter.fit(image, new ImageShape(channels, height, width), ImageFit.STRETCH);
    }
}
