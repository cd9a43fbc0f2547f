package org.jointdiffusion.runtime.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Image files and images made for the tests. */
final class TestImages {

    private TestImages() {}

    /** A grey or RGB image whose values all depend on their place. */
    static PixelImage gradient(final int channels, final int height, final int width) {
        final ImageShape shape = new ImageShape(channels, height, width);
        final byte[] values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 37 % 256);
        }
        return new PixelImage(shape, values);
    }

    static PixelImage image(final int channels, final int height, final int width, final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new PixelImage(new ImageShape(channels, height, width), bytes);
    }

    /** A file in a format that the Java platform writes. */
    static byte[] file(final String format, final BufferedImage image) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("No writer for " + format);
        }
        return bytes.toByteArray();
    }

    static BufferedImage rgb(final PixelImage image) {
        final BufferedImage result =
                new BufferedImage(image.shape().width(), image.shape().height(), BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < image.shape().height(); row++) {
            for (int column = 0; column < image.shape().width(); column++) {
                for (int band = 0; band < 3; band++) {
                    final int channel = Math.min(band, image.shape().channels() - 1);
                    result.getRaster().setSample(column, row, band, image.value(channel, row, column));
                }
            }
        }
        return result;
    }

    static BufferedImage grey(final PixelImage image, final int type) {
        final BufferedImage result =
                new BufferedImage(image.shape().width(), image.shape().height(), type);
        final int scale = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        for (int row = 0; row < image.shape().height(); row++) {
            for (int column = 0; column < image.shape().width(); column++) {
                result.getRaster().setSample(column, row, 0, image.value(0, row, column) * scale);
            }
        }
        return result;
    }

    /** A PNG file from its parts; {@code type} is PNG's colour type. */
    static byte[] png(final int width, final int height, final int depth, final int type, final byte[]... more) {
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) type)
                        .array()));
        for (final byte[] chunk : more) {
            file.writeBytes(chunk);
        }
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** One PNG chunk with its length and checksum. */
    static byte[] chunk(final String name, final byte[] data) {
        final byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        final CRC32 checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** The data chunk of a PNG from its rows, each with its leading filter byte. */
    static byte[] data(final int... rows) {
        final byte[] raw = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            raw[i] = (byte) rows[i];
        }
        final Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        final byte[] packed = new byte[raw.length + 64];
        final int length = deflater.deflate(packed);
        deflater.end();
        return chunk("IDAT", Arrays.copyOf(packed, length));
    }

    static byte[] text(final String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
