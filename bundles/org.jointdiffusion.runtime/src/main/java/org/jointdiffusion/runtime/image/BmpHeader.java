package org.jointdiffusion.runtime.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/**
 * Checks what the header of a BMP file claims beside the size of the image.
 *
 * <p>Commons Imaging sets memory aside for the colour table and for the gap before the pixels before it looks whether
 * the file is that long.
 */
final class BmpHeader {

    private static final int LENGTH = 54;

    private static final int PIXELS_BEGIN = 10;

    private static final int BITS = 28;

    private static final int COMPRESSION = 30;

    private static final int COLOURS = 46;

    private static final int BYTES_PER_COLOUR = 4;

    private static final Set<Integer> KNOWN_BITS = Set.of(1, 2, 4, 8, 16, 24, 32);

    /** The kinds of compression by run lengths, and the bits of a pixel that each is for. */
    private static final Map<Integer, Integer> BITS_OF_RUN_LENGTHS = Map.of(1, 8, 2, 4);

    private BmpHeader() {}

    static void check(final byte[] file) throws ImageFormatException {
        if (file.length < LENGTH) {
            throw new ImageFormatException("BMP: the file is cut short within its header. Save the image again.");
        }
        final ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        final int bits = header.getShort(BITS);
        if (!KNOWN_BITS.contains(bits)) {
            throw new ImageFormatException(
                    "BMP: the header gives " + bits + " bits for a pixel. Save the image as PNG.");
        }
        final int compression = header.getInt(COMPRESSION);
        // otherwise a colour table would be read with a place for each value that so many bits have
        if (BITS_OF_RUN_LENGTHS.getOrDefault(compression, bits) != bits) {
            throw new ImageFormatException("BMP: the header gives " + bits
                    + " bits for a pixel, which its kind of compression does not have. Save the image again.");
        }
        final long colours = Integer.toUnsignedLong(header.getInt(COLOURS));
        final long begin = Integer.toUnsignedLong(header.getInt(PIXELS_BEGIN));
        if (colours * BYTES_PER_COLOUR > file.length || begin > file.length) {
            throw new ImageFormatException(
                    "BMP: the header claims more data than the file holds. Save the image again.");
        }
    }
}
