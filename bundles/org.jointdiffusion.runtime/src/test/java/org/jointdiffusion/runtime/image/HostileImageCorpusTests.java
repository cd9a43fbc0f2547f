package org.jointdiffusion.runtime.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.jointdiffusion.runtime.testing.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to hurt: each is read or refused at once, and nobody pays for what a file only claims. */
final class HostileImageCorpusTests {

    private static final byte[] PNG = PngEncoder.encode(TestImages.gradient(3, 24, 20));

    /** What reading or refusing any file of some kilobytes may take. */
    private static final Bounds SMALL = Bounds.mebibytes(24);

    @ParameterizedTest
    @EnumSource
    void everyVariantOfAFormatIsRead(final ImageFileFormat format) throws IOException {
        for (final Map.Entry<String, byte[]> file : SampleFiles.of(format).entrySet()) {
            final PixelImage image = ImageDecoder.decode(file.getValue(), ImageLimits.DEFAULT);
            assertTrue(image.shape().size() > 0, file.getKey());
            assertEquals(format, ImageFileFormat.recognise(file.getValue()).orElseThrow(), file.getKey());
        }
    }

    @Test
    void coloursForPrintAreRefusedWithAReason() throws IOException {
        final Map<String, byte[]> files = SampleFiles.refused();
        assertEquals(
                "JPEG: the colours are neither grey nor RGB, perhaps CMYK for print. Save the image as RGB.",
                refusal(files.get("CMYK JPEG")));
        assertTrue(refusal(files.get("PBM as text")).startsWith("PNM: bitmaps written as text (P1) cannot be read."));
    }

    @Test
    void theOrientationThatACameraNotesIsNotAppliedAndBrokenNotesDoNotMatter() throws IOException {
        final byte[] jpeg = SampleFiles.of(ImageFileFormat.JPEG).get("RGB");
        final PixelImage image = ImageDecoder.decode(jpeg, ImageLimits.DEFAULT);
        assertEquals(
                image,
                ImageDecoder.decode(SampleFiles.of(ImageFileFormat.JPEG).get("turned by EXIF"), ImageLimits.DEFAULT));
        final byte[] broken = new TiffFile(ByteOrder.BIG_ENDIAN, 1, 1, new byte[0])
                .with(274, 77)
                .inACircle()
                .bytes();
        assertEquals(
                image, ImageDecoder.decode(SampleFiles.withExif(jpeg, Arrays.copyOf(broken, 60)), ImageLimits.DEFAULT));
        assertEquals(image, ImageDecoder.decode(SampleFiles.withExif(jpeg, broken), ImageLimits.DEFAULT));
    }

    @Test
    void onlyTheFirstFrameOfAnAnimationIsDecoded() throws IOException {
        final byte[] many = SampleFiles.animatedGif(2000);
        final PixelImage first = ImageDecoder.decode(SampleFiles.animatedGif(1), ImageLimits.DEFAULT);
        assertEquals(first, SMALL.check("an animation", () -> decoded(many)));
    }

    /** One file of each format whose header claims hundreds of millions of pixels or more. */
    static Stream<byte[]> gigapixels() throws IOException {
        final byte[] jpeg = SampleFiles.of(ImageFileFormat.JPEG).get("RGB");
        int frame = 2;
        while (jpeg[frame] != (byte) 0xff || jpeg[frame + 1] != (byte) 0xc0) {
            frame++;
        }
        ByteBuffer.wrap(jpeg).putInt(frame + 5, 0xea60_ea60);
        final byte[] gif = SampleFiles.of(ImageFileFormat.GIF).get("still");
        ByteBuffer.wrap(gif).putInt(6, -1);
        ByteBuffer.wrap(gif).putInt(13 + 3 * 256 + 5 + startOfFrame(gif), -1);
        final byte[] bmp = SampleFiles.of(ImageFileFormat.BMP).get("RGB");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60_000).putInt(22, 60_000);
        return Stream.of(
                TestImages.png(60_000, 60_000, 8, 2, TestImages.data(0)),
                TestImages.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6, TestImages.data(0)),
                jpeg,
                gif,
                bmp,
                new TiffFile(ByteOrder.LITTLE_ENDIAN, 30_000, 30_000, new byte[4]).bytes(),
                new TiffFile(ByteOrder.BIG_ENDIAN, Integer.MAX_VALUE, Integer.MAX_VALUE, new byte[4]).bytes(),
                TestImages.text("P5\n60000 60000\n255\n"),
                TestImages.text(
                        "P7\nWIDTH 2000000000\nHEIGHT 2000000000\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n"));
    }

    /** How far behind a full colour table the first frame of a GIF file begins. */
    private static int startOfFrame(final byte[] gif) {
        int start = 13 + 3 * 256;
        while (gif[start] != ',') {
            start++;
        }
        return start - 13 - 3 * 256;
    }

    @ParameterizedTest
    @MethodSource("gigapixels")
    void aHeaderThatClaimsGigapixelsIsRefusedBeforeAnythingIsDecoded(final byte[] file) {
        final String message = new Bounds(Bounds.HANG_SECONDS, 4 << 20).check("a header", () -> refusal(file));
        assertTrue(message.contains(" pixels; at most 16384 a side"), message);
    }

    @Test
    void aSizeOfZeroIsRefused() throws IOException {
        final byte[] bmp = SampleFiles.of(ImageFileFormat.BMP).get("RGB");
        ByteBuffer.wrap(bmp).putInt(18, 0);
        final List<byte[]> files = List.of(
                TestImages.png(0, 1, 8, 0, TestImages.data(0)),
                bmp,
                new TiffFile(ByteOrder.BIG_ENDIAN, 0, 0, new byte[4]).bytes(),
                TestImages.text("P5\n0 1\n255\n"));
        for (final byte[] file : files) {
            assertTrue(refusal(file).endsWith("."));
        }
    }

    /** A place for each of 2 to the power of 24 colours would be 64 MiB. */
    @Test
    void runLengthsOfWideBmpPixelsAreRefusedBeforeAColourTableIsRead() throws IOException {
        final byte[] bmp = SampleFiles.of(ImageFileFormat.BMP).get("run lengths");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 24);
        final String message = SMALL.check("a BMP", () -> refusal(bmp));
        assertTrue(message.contains("24 bits for a pixel, which its kind of compression does not have"), message);
    }

    @Test
    void dataThatUnpacksToMoreThanTheImageIsNotUnpacked() {
        final byte[] packed = packedZeros(64 << 20);
        final byte[] png = TestImages.png(8, 8, 8, 0, TestImages.chunk("IDAT", packed));
        assertEquals(64, SMALL.check("a PNG", () -> decoded(png)).shape().size());
        final byte[] text = TestImages.png(
                1,
                1,
                8,
                0,
                TestImages.chunk("zTXt", SampleFiles.joined(TestImages.text("a\0\0"), packed, packed.length)),
                TestImages.chunk("iCCP", SampleFiles.joined(TestImages.text("a\0\0"), packed, packed.length)),
                TestImages.data(0, 9));
        assertEquals(
                1, SMALL.check("a text in a PNG", () -> decoded(text)).shape().size());
        final byte[] tiff = new TiffFile(ByteOrder.BIG_ENDIAN, 8, 8, packed)
                .with(TiffFile.COMPRESSION, 8)
                .bytes();
        SMALL.check("a TIFF", () -> isReadOrRefused(tiff));
    }

    @Test
    void chunksWithoutEndAreSkippedInTimeThatGrowsWithTheFileOnly() throws IOException {
        final byte[] empty = TestImages.chunk("tEXt", new byte[0]);
        assertEquals(1, readWith(empty, 100_000).shape().size());
        assertEquals(
                1,
                readWith(TestImages.chunk("IDAT", new byte[0]), 20_000).shape().size());
        final byte[] gif = SampleFiles.of(ImageFileFormat.GIF).get("still");
        final byte[] comment = {0x21, (byte) 0xfe, 1, 'a', 0};
        final int table = 13 + 3 * (2 << (gif[10] & 7));
        final byte[] comments = repeated(gif, table, comment, 200_000);
        assertEquals(decoded(gif), Bounds.mebibytes(64).check("comments of a GIF", () -> decoded(comments)));
        final byte[] jpeg = SampleFiles.of(ImageFileFormat.JPEG).get("RGB");
        final byte[] remarks = repeated(jpeg, 2, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 3, 'a'}, 50_000);
        assertEquals(decoded(jpeg), SMALL.check("comments of a JPEG", () -> decoded(remarks)));
    }

    private static PixelImage readWith(final byte[] chunk, final int count) {
        final byte[] chunks = repeated(new byte[0], 0, chunk, count);
        final byte[] file = TestImages.png(1, 1, 8, 0, chunks, TestImages.data(0, 9));
        return new Bounds(Bounds.HANG_SECONDS, 256 << 20).check("chunks of a PNG", () -> decoded(file));
    }

    private static byte[] repeated(final byte[] file, final int position, final byte[] part, final int count) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, position);
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(part);
        }
        bytes.write(file, position, file.length - position);
        return bytes.toByteArray();
    }

    @Test
    void directoriesInACircleAreLeft() {
        final byte[] file = new TiffFile(ByteOrder.LITTLE_ENDIAN, 2, 2, new byte[] {1, 2, 3, 4})
                .inACircle()
                .bytes();
        SMALL.check("a circle", () -> isReadOrRefused(file));
    }

    @Test
    void stripsAndTilesThatClaimGigabytesAreRefused() {
        final TiffFile strip = new TiffFile(ByteOrder.LITTLE_ENDIAN, 2, 2, new byte[4]);
        final List<byte[]> files = List.of(
                strip.with(TiffFile.STRIP_BYTES, Integer.MAX_VALUE).bytes(),
                strip.with(TiffFile.STRIP_BYTES, 4)
                        .with(TiffFile.ROWS_PER_STRIP, 1 << 29)
                        .bytes(),
                strip.with(TiffFile.COMPRESSION, 5).bytes(),
                strip.with(TiffFile.COMPRESSION, 8).bytes(),
                strip.with(TiffFile.COMPRESSION, 32773).bytes(),
                strip.with(TiffFile.COMPRESSION, 1)
                        .with(TiffFile.SAMPLES_PER_PIXEL, 1 << 28)
                        .bytes(),
                strip.with(TiffFile.SAMPLES_PER_PIXEL, 1)
                        .with(TiffFile.BITS_PER_SAMPLE, 1 << 28)
                        .bytes(),
                tile(1 << 14, 1 << 14, 1),
                tile(1 << 14, 1 << 14, 5),
                tile(1 << 14, 1 << 14, 8),
                tile(1 << 30, 1 << 30, 1));
        for (int i = 0; i < files.size(); i++) {
            final byte[] file = files.get(i);
            SMALL.check("lie " + i, () -> isReadOrRefused(file));
        }
    }

    private static byte[] tile(final int width, final int height, final int compression) {
        return new TiffFile(ByteOrder.BIG_ENDIAN, 2, 2, new byte[4])
                .without(TiffFile.STRIP_OFFSETS)
                .without(TiffFile.STRIP_BYTES)
                .without(TiffFile.ROWS_PER_STRIP)
                .with(TiffFile.COMPRESSION, compression)
                .with(TiffFile.TILE_WIDTH, width)
                .with(TiffFile.TILE_HEIGHT, height)
                .with(TiffFile.TILE_OFFSETS, 8)
                .with(TiffFile.TILE_BYTES, 4)
                .bytes();
    }

    @Test
    void chunksThatClaimMoreThanTheFileHoldsTakeNoMemory() {
        for (final String name : new String[] {"PLTE", "tRNS", "tEXt", "iCCP", "gAMA", "IDAT", "sPLT", "hIST"}) {
            for (final int length : new int[] {1 << 30, Integer.MAX_VALUE, -1}) {
                final byte[] lie = TestImages.chunk(name, new byte[6]);
                ByteBuffer.wrap(lie).putInt(length);
                final byte[] file = TestImages.png(2, 1, 8, 3, lie, TestImages.data(0, 0, 1));
                SMALL.check(name + " of " + length, () -> isReadOrRefused(file));
            }
        }
    }

    @Test
    void largerImagesAreReadWhenTheLimitsAreRaised() throws IOException {
        final ImageLimits tight = new ImageLimits(16, 100, 1 << 20);
        final ImageFormatException exception =
                assertThrows(ImageFormatException.class, () -> ImageDecoder.decode(PNG, tight));
        assertTrue(exception.getMessage().contains("or raise the limits"), exception.getMessage());
        assertEquals(
                24,
                ImageDecoder.decode(PNG, new ImageLimits(24, 480, 1 << 20))
                        .shape()
                        .height());
    }

    private static byte[] packedZeros(final int length) {
        final Deflater deflater = new Deflater();
        final byte[] block = new byte[1 << 20];
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        final byte[] buffer = new byte[1 << 16];
        for (int done = 0; done < length; done += block.length) {
            deflater.setInput(block);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static PixelImage decoded(final byte[] file) {
        try {
            return ImageDecoder.decode(file, ImageLimits.DEFAULT);
        } catch (final ImageFormatException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String refusal(final byte[] file) {
        return assertThrows(ImageFormatException.class, () -> ImageDecoder.decode(file, ImageLimits.DEFAULT))
                .getMessage();
    }

    private static boolean isReadOrRefused(final byte[] file) {
        try {
            return ImageDecoder.decode(file, ImageLimits.DEFAULT).shape().size() > 0;
        } catch (final ImageFormatException e) {
            assertTrue(!e.getMessage().contains("more memory"), e.getMessage());
            return false;
        }
    }
}
