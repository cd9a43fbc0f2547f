package org.jointdiffusion.runtime.image;

import java.io.IOException;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfo;

/**
 * Checks what the directory of a TIFF file claims beside the size of the image.
 *
 * <p>Commons Imaging sets memory aside for a whole tile, and for all samples of a pixel, whatever size they claim.
 */
final class TiffDirectoryCheck {

    /** A tile of an image that is smaller than one tile may still have 1024 x 1024 pixels. */
    private static final long SMALLEST_BOUND = 1 << 20;

    /** Four samples of 32 bits. */
    private static final long MOST_BITS = 128;

    private static final int MOST_SAMPLES = 16;

    private TiffDirectoryCheck() {}

    /** Checks the first directory of a file whose image has a size within the limits. */
    static void check(final byte[] file, final int width, final int height) throws IOException {
        final TiffDirectory directory = new TiffReader(false)
                .readFirstDirectory(ByteSource.array(file), false, FormatCompliance.getDefault())
                .directories
                .get(0);
        final long tile = product(
                value(directory, TiffTagConstants.TIFF_TAG_TILE_WIDTH, 1),
                value(directory, TiffTagConstants.TIFF_TAG_TILE_LENGTH, 1));
        if (tile > Math.max(SMALLEST_BOUND, 4L * width * height)) {
            throw new ImageFormatException(
                    "TIFF: the tiles are much larger than the image. Save the image again, without tiles.");
        }
        final long samples = value(directory, TiffTagConstants.TIFF_TAG_SAMPLES_PER_PIXEL, 1);
        final long bits = value(directory, TiffTagConstants.TIFF_TAG_BITS_PER_SAMPLE, 1);
        if (samples > MOST_SAMPLES || samples * bits > MOST_BITS) {
            throw new ImageFormatException(
                    "TIFF: a pixel has " + samples + " samples of " + bits + " bits. Save the image as PNG.");
        }
    }

    /** The largest number of an entry, or the given one where there is no such entry. */
    private static long value(final TiffDirectory directory, final TagInfo tag, final long otherwise)
            throws IOException {
        final TiffField field = directory.findField(tag);
        long largest = 0;
        if (field != null) {
            for (final int value : field.getIntArrayValue()) {
                largest = Math.max(largest, Integer.toUnsignedLong(value));
            }
        }
        return largest == 0 ? otherwise : largest;
    }

    private static long product(final long first, final long second) {
        return first > Integer.MAX_VALUE || second > Integer.MAX_VALUE ? Long.MAX_VALUE : first * second;
    }
}
