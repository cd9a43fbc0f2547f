package org.jointdiffusion.runtime.image;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Good files of every format and of its variants, 20 x 24 pixels unless their name says otherwise. */
final class SampleFiles {

    static final int HEIGHT = 24;

    static final int WIDTH = 20;

    private static final PixelImage RGB = TestImages.gradient(3, HEIGHT, WIDTH);

    private static final PixelImage GREY = TestImages.gradient(1, HEIGHT, WIDTH);

    private SampleFiles() {}

    /** The files of one format by the name of the variant. */
    static Map<String, byte[]> of(final ImageFileFormat format) throws IOException {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        switch (format) {
            case PNG -> addPng(files);
            case JPEG -> addJpeg(files);
            case GIF -> addGif(files);
            case BMP -> addBmp(files);
            case TIFF_LITTLE_ENDIAN -> addTiff(files, ByteOrder.LITTLE_ENDIAN);
            case TIFF_BIG_ENDIAN -> {
                addTiff(files, ByteOrder.BIG_ENDIAN);
                for (final String compression : new String[] {"LZW", "PackBits", "Deflate", "ZLib"}) {
                    files.put(compression, write("tiff", TestImages.rgb(RGB), compression, false));
                }
            }
            case PNM -> addPnm(files);
        }
        return files;
    }

    /** Variants that are good files but cannot be read: they are refused with a reason. */
    static Map<String, byte[]> refused() throws IOException {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("CMYK JPEG", cmykJpeg());
        files.put("PBM as text", TestImages.text("P1\n2 1\n0 1\n"));
        return files;
    }

    private static void addPng(final Map<String, byte[]> files) throws IOException {
        files.put("RGB", PngEncoder.encode(RGB));
        files.put("grey", PngEncoder.encode(GREY));
        files.put("grey, 16 bit", TestImages.file("png", TestImages.grey(GREY, BufferedImage.TYPE_USHORT_GRAY)));
        files.put("RGB with alpha", TestImages.file("png", drawn(BufferedImage.TYPE_4BYTE_ABGR)));
        files.put("RGB with alpha, 16 bit", rgba16Png());
        files.put("palette", TestImages.file("png", drawn(BufferedImage.TYPE_BYTE_INDEXED)));
        files.put("one bit", TestImages.file("png", drawn(BufferedImage.TYPE_BYTE_BINARY)));
        files.put("interlaced", write("png", TestImages.rgb(RGB), null, true));
        files.put(
                "palette with alpha, 2 x 1",
                TestImages.png(
                        2,
                        1,
                        8,
                        3,
                        TestImages.chunk("PLTE", new byte[6]),
                        TestImages.chunk("tRNS", new byte[] {0, 127}),
                        TestImages.data(0, 0, 1)));
        files.put("1 x 1", PngEncoder.encode(TestImages.image(1, 1, 1, 7)));
    }

    private static void addJpeg(final Map<String, byte[]> files) throws IOException {
        final byte[] file = TestImages.file("jpg", TestImages.rgb(RGB));
        files.put("RGB", file);
        files.put("grey", TestImages.file("jpg", TestImages.grey(GREY, BufferedImage.TYPE_BYTE_GRAY)));
        files.put("progressive", write("jpg", TestImages.rgb(RGB), null, true));
        files.put(
                "turned by EXIF",
                withExif(
                        file,
                        new TiffFile(ByteOrder.BIG_ENDIAN, 1, 1, new byte[0])
                                .with(274, 6)
                                .bytes()));
        files.put("1 x 1", TestImages.file("jpg", TestImages.rgb(TestImages.image(3, 1, 1, 7, 8, 9))));
    }

    /** A JPEG file with a block of EXIF behind its first two bytes. */
    static byte[] withExif(final byte[] jpeg, final byte[] tiff) {
        final byte[] name = TestImages.text("Exif\0\0");
        return ByteBuffer.allocate(jpeg.length + 4 + name.length + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + name.length + tiff.length))
                .put(name)
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static void addGif(final Map<String, byte[]> files) throws IOException {
        files.put("still", TestImages.file("gif", TestImages.rgb(RGB)));
        files.put("transparent", TestImages.file("gif", drawn(BufferedImage.TYPE_4BYTE_ABGR)));
        files.put("interlaced", write("gif", TestImages.rgb(RGB), null, true));
        files.put("animated", animatedGif(3));
        files.put("1 x 1", TestImages.file("gif", TestImages.rgb(TestImages.image(3, 1, 1, 7, 8, 9))));
    }

    /** A GIF file with a number of frames. */
    static byte[] animatedGif(final int frames) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < frames; frame++) {
                writer.writeToSequence(new IIOImage(drawn(BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void addBmp(final Map<String, byte[]> files) throws IOException {
        files.put("RGB", TestImages.file("bmp", TestImages.rgb(RGB)));
        files.put("palette", TestImages.file("bmp", drawn(BufferedImage.TYPE_BYTE_INDEXED)));
        files.put("one bit", TestImages.file("bmp", drawn(BufferedImage.TYPE_BYTE_BINARY)));
        files.put("run lengths", write("bmp", drawn(BufferedImage.TYPE_BYTE_INDEXED), "BI_RLE8", false));
        files.put("1 x 1", TestImages.file("bmp", TestImages.rgb(TestImages.image(3, 1, 1, 7, 8, 9))));
    }

    private static void addTiff(final Map<String, byte[]> files, final ByteOrder order) {
        files.put("grey", new TiffFile(order, WIDTH, HEIGHT, GREY.values()).bytes());
        files.put(
                "two strips",
                new TiffFile(order, WIDTH, 1, GREY.values())
                        .with(TiffFile.ROWS_PER_STRIP, 1)
                        .bytes());
        files.put(
                "tile",
                new TiffFile(order, 16, 16, GREY.values())
                        .without(TiffFile.STRIP_OFFSETS)
                        .without(TiffFile.STRIP_BYTES)
                        .without(TiffFile.ROWS_PER_STRIP)
                        .with(TiffFile.TILE_WIDTH, 16)
                        .with(TiffFile.TILE_HEIGHT, 16)
                        .with(TiffFile.TILE_OFFSETS, 8)
                        .with(TiffFile.TILE_BYTES, 256)
                        .bytes());
        files.put(
                "grey, 16 bit",
                new TiffFile(order, WIDTH / 2, HEIGHT, GREY.values())
                        .with(TiffFile.BITS_PER_SAMPLE, 16)
                        .bytes());
        files.put("1 x 1", new TiffFile(order, 1, 1, new byte[] {7}).bytes());
    }

    private static void addPnm(final Map<String, byte[]> files) {
        final byte[] bytes = RGB.values();
        files.put("PGM as text", TestImages.text("P2\n3 1\n255\n0 7 255\n"));
        files.put("PPM as text", TestImages.text("P3\n2 1\n255\n0 7 255 1 2 3\n"));
        files.put("PBM", joined(TestImages.text("P4\n8 8\n"), bytes, 8));
        files.put("PGM", joined(TestImages.text("P5\n20 24\n255\n"), bytes, 480));
        files.put("PGM, 16 bit", joined(TestImages.text("P5\n20 24\n65535\n"), bytes, 960));
        files.put("PPM", joined(TestImages.text("P6\n20 24\n255\n"), bytes, 1440));
        files.put(
                "PAM",
                joined(
                        TestImages.text("P7\nWIDTH 20\nHEIGHT 24\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n"),
                        bytes,
                        1440));
    }

    static byte[] joined(final byte[] header, final byte[] data, final int length) {
        return ByteBuffer.allocate(header.length + length)
                .put(header)
                .put(data, 0, length)
                .array();
    }

    private static BufferedImage drawn(final int type) {
        final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        image.getGraphics().drawImage(TestImages.rgb(RGB), 0, 0, WIDTH / 2, HEIGHT / 2, null);
        return image;
    }

    private static byte[] rgba16Png() {
        final int[] rows = new int[4 * (1 + 3 * 8)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 25 == 0 ? 0 : i;
        }
        return TestImages.png(3, 4, 16, 6, TestImages.data(rows));
    }

    private static byte[] cmykJpeg() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            final Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, new Point());
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        // Adobe's mark says that four channels are inks and not RGB with alpha
        final byte[] file = bytes.toByteArray();
        final byte[] mark = TestImages.text("\377\356\0\16Adobe\0\144\0\0\0\0\0");
        return ByteBuffer.allocate(file.length + mark.length)
                .put(file, 0, 2)
                .put(mark)
                .put(file, 2, file.length - 2)
                .array();
    }

    private static byte[] write(
            final String format, final BufferedImage image, final String compression, final boolean progressive)
            throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            final ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
