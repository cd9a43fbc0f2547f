package org.jointdiffusion.runtime.image;

import java.awt.Dimension;
import java.io.IOException;
import org.apache.commons.imaging.ImageInfo.ColorType;
import org.apache.commons.imaging.Imaging;

/** Reads BMP, TIFF and PNM with Apache Commons Imaging. */
final class CommonsImageReader {

    private CommonsImageReader() {}

    static PixelImage read(final byte[] file, final ImageFileFormat format, final ImageLimits limits)
            throws IOException {
        if (format == ImageFileFormat.PNM && file[1] == '1') {
            // Commons Imaging swaps black and white in these
            throw new ImageFormatException("PNM: bitmaps written as text (P1) cannot be read. Save the image as PNG.");
        }
        if (format == ImageFileFormat.BMP) {
            BmpHeader.check(file);
        }
        final Dimension size = Imaging.getImageSize(file);
        ImageDecoder.check(format, size.width, size.height, limits);
        if (format == ImageFileFormat.TIFF_LITTLE_ENDIAN || format == ImageFileFormat.TIFF_BIG_ENDIAN) {
            TiffDirectoryCheck.check(file, size.width, size.height);
        }
        final PixelImage image = RasterConverter.convert(Imaging.getBufferedImage(file));
        return isGrey(file, format) ? RasterConverter.firstChannel(image) : image;
    }

    /** Commons Imaging gives grey files three equal channels. */
    private static boolean isGrey(final byte[] file, final ImageFileFormat format) throws IOException {
        if (format == ImageFileFormat.BMP) {
            return false;
        }
        final ColorType type = Imaging.getImageInfo(file).getColorType();
        return type == ColorType.GRAYSCALE || type == ColorType.BW;
    }
}
