package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecoderTests {

    private static final PixelImage RGB = TestImages.gradient(3, 5, 7);

    private static final PixelImage GREY = TestImages.gradient(1, 5, 7);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessRgbFilesKeepEveryValue(final String format) throws IOException {
        assertEquals(RGB, decode(TestImages.file(format, TestImages.rgb(RGB))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void losslessGreyFilesKeepEveryValueInOneChannel(final String format) throws IOException {
        assertEquals(GREY, decode(TestImages.file(format, TestImages.grey(GREY, BufferedImage.TYPE_BYTE_GRAY))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitGreyIsScaledToEight(final String format) throws IOException {
        assertEquals(GREY, decode(TestImages.file(format, TestImages.grey(GREY, BufferedImage.TYPE_USHORT_GRAY))));
    }

    @Test
    void gifKeepsItsPaletteColours() throws IOException {
        final PixelImage few = TestImages.image(3, 1, 2, 255, 0, 10, 20, 0, 200);
        assertEquals(few, decode(TestImages.file("gif", TestImages.rgb(few))));
    }

    @Test
    void jpegIsCloseToItsOriginal() throws IOException {
        final PixelImage flat = TestImages.image(3, 1, 2, 200, 200, 100, 100, 50, 50);
        final PixelImage decoded = decode(TestImages.file("jpg", TestImages.rgb(flat)));
        assertEquals(flat.shape(), decoded.shape());
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(flat.value(channel, 0, 1), decoded.value(channel, 0, 1), 4);
        }
    }

    @Test
    void greyJpegHasOneChannel() throws IOException {
        final PixelImage flat = TestImages.image(1, 1, 2, 90, 90);
        final byte[] file = TestImages.file("jpg", TestImages.grey(flat, BufferedImage.TYPE_BYTE_GRAY));
        assertEquals(flat, decode(file));
    }

    @Test
    void portableAnymapsAreRead() throws IOException {
        assertEquals(TestImages.image(1, 1, 2, 0, 255), decode(TestImages.text("P2\n2 1\n100\n0 100\n")));
        assertEquals(TestImages.image(3, 1, 1, 1, 2, 3), decode(TestImages.text("P3\n1 1\n255\n1 2 3\n")));
        assertEquals(TestImages.image(1, 1, 2, 255, 0), decode(TestImages.text("P4\n2 1\n\u0040")));
        assertEquals(TestImages.image(1, 1, 2, 65, 66), decode(TestImages.text("P5\n2 1\n255\nAB")));
        assertEquals(TestImages.image(3, 1, 1, 65, 66, 67), decode(TestImages.text("P6\n1 1\n255\nABC")));
    }

    @Test
    void transparentPartsArePutOnWhite() throws IOException {
        final byte[] rgba = TestImages.png(2, 1, 8, 6, TestImages.data(0, 200, 100, 0, 255, 200, 100, 0, 0));
        assertEquals(TestImages.image(3, 1, 2, 200, 255, 100, 255, 0, 255), decode(rgba));
        final byte[] greyAlpha = TestImages.png(2, 1, 8, 4, TestImages.data(0, 100, 255, 100, 51));
        assertEquals(TestImages.image(1, 1, 2, 100, 224), decode(greyAlpha));
    }

    @Test
    void greyPalettesAndOneBitFilesHaveOneChannel() throws IOException {
        assertEquals(
                TestImages.image(1, 1, 8, 255, 0, 255, 0, 255, 0, 255, 0),
                decode(TestImages.png(8, 1, 1, 0, TestImages.data(0, 0xaa))));
    }

    @Test
    void theGammaOfAPngDoesNotChangeItsValues() throws IOException {
        final byte[] gamma = TestImages.chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f});
        final byte[] file = TestImages.png(2, 1, 8, 2, gamma, TestImages.data(0, 10, 20, 30, 40, 50, 60));
        assertEquals(TestImages.image(3, 1, 2, 10, 40, 20, 50, 30, 60), decode(file));
    }

    @Test
    void theFormatIsToldFromTheContentAndNotFromTheName(@TempDir final Path folder) throws IOException {
        final Path file = Files.write(folder.resolve("photo.jpg"), PngEncoder.encode(RGB));
        assertEquals(RGB, ImageDecoder.read(file, ImageLimits.DEFAULT));
    }

    @Test
    void aMissingFileIsNoFormatProblem(@TempDir final Path folder) {
        assertThrows(
                NoSuchFileException.class, () -> ImageDecoder.read(folder.resolve("none.png"), ImageLimits.DEFAULT));
    }

    @Test
    void emptyAndForeignFilesAreNamedAsSuch() {
        assertMessage("The image file is empty.", new byte[0]);
        assertMessage("The file is not a PNG, JPEG, GIF, BMP, TIFF or PNM image.", TestImages.text("%PDF-1.4 hello"));
        assertMessage("The file is not a PNG, JPEG, GIF, BMP, TIFF or PNM image.", TestImages.text("P"));
        assertMessage("PNM: bitmaps written as text (P1) cannot be read.", TestImages.text("P1\n3 1\n1 0 1\n"));
    }

    @Test
    void theClaimedSizeIsCheckedBeforeAnythingIsDecoded() {
        assertMessage(
                "PNG: the image has 2000000000 x 2000000000 pixels;",
                TestImages.png(2_000_000_000, 2_000_000_000, 8, 2, TestImages.data(0)));
        assertMessage("PNM: the image has 16384 x 16384 pixels;", TestImages.text("P5\n16384 16384\n255\n"));
    }

    @Test
    void limitsHoldForSidesPixelsAndBytes() throws IOException {
        final byte[] file = PngEncoder.encode(RGB);
        assertEquals(RGB, ImageDecoder.decode(file, new ImageLimits(7, 35, file.length)));
        for (final ImageLimits limits : new ImageLimits[] {
            new ImageLimits(6, 35, file.length),
            new ImageLimits(7, 34, file.length),
            new ImageLimits(7, 35, file.length - 1)
        }) {
            final ImageFormatException exception =
                    assertThrows(ImageFormatException.class, () -> ImageDecoder.decode(file, limits));
            assertTrue(exception.getMessage().endsWith("a smaller size, or raise the limits."), exception.getMessage());
        }
    }

    private static PixelImage decode(final byte[] file) throws ImageFormatException {
        return ImageDecoder.decode(file, ImageLimits.DEFAULT);
    }

    private static void assertMessage(final String start, final byte[] file) {
        final ImageFormatException exception = assertThrows(ImageFormatException.class, () -> decode(file));
        assertTrue(exception.getMessage().startsWith(start), exception.getMessage());
    }
}
