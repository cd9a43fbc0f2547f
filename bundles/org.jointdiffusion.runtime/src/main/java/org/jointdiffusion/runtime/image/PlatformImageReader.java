package org.jointdiffusion.runtime.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG, JPEG and GIF with the Java platform's own decoders.
 *
 * <p>Commons Imaging reads only baseline JPEG, decodes every frame of a GIF, and changes the values of a PNG that names
 * its gamma.
 */
final class PlatformImageReader {

    private PlatformImageReader() {}

    static PixelImage read(final byte[] file, final ImageFileFormat format, final ImageLimits limits)
            throws IOException {
        final ImageReader reader = reader(format);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            final List<String> warnings = new ArrayList<>();
            reader.setInput(stream, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            ImageDecoder.check(format, reader.getWidth(0), reader.getHeight(0), limits);
            final BufferedImage image = reader.read(0);
            checkColours(image, format);
            // the JPEG decoder fills what is missing with grey and only warns
            if (format == ImageFileFormat.JPEG && warnings.stream().anyMatch(PlatformImageReader::isDamage)) {
                throw new ImageFormatException(
                        "JPEG: the file is damaged or cut short (" + warnings.get(0) + "). Save the image again.");
            }
            return RasterConverter.convert(image);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isDamage(final String warning) {
        return warning.contains("remature end") || warning.startsWith("Corrupt JPEG data");
    }

    /** Some Java runtimes refuse inks by themselves, others give them as they are. */
    private static void checkColours(final BufferedImage image, final ImageFileFormat format)
            throws ImageFormatException {
        final int type = image.getColorModel().getColorSpace().getType();
        if (type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
            throw new ImageFormatException(format.title()
                    + ": the colours are neither grey nor RGB, perhaps CMYK for print. Save the image as RGB.");
        }
    }

    /** The platform's reader, even where an application has registered others. */
    private static ImageReader reader(final ImageFileFormat format) throws ImageFormatException {
        final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        while (readers.hasNext()) {
            final ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
        }
        throw new ImageFormatException(format.name()
                + ": this Java installation has no decoder for the format. Install a complete Java runtime.");
    }
}
