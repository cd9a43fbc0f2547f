package org.jointdiffusion.runtime.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns image files into {@link PixelImage}s: PNG, JPEG, GIF (its first frame), BMP, TIFF and PNM.
 *
 * <p>The format is recognised from the content. The size is read from the header and checked before any pixel is
 * decoded. Grey files give 1 channel, all others 3; transparent parts are put on white; 16-bit values are scaled to 8.
 * Colour profiles are not applied: the values are those of the file.
 */
public final class ImageDecoder {

    private ImageDecoder() {}

    /**
     * Reads and decodes a file.
     *
     * @throws ImageFormatException when the file is no usable image
     * @throws IOException when the file cannot be read
     */
    public static PixelImage read(final Path file, final ImageLimits limits) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // reading from a pipe or a device may never end
            throw new ImageFormatException("\"" + file + "\" is a folder or a device and no image file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            final int most = (int) Math.min(Integer.MAX_VALUE - 8L, limits.maximumBytes() + 1);
            return decode(stream.readNBytes(most), limits);
        }
    }

    /**
     * Decodes the content of an image file.
     *
     * @throws ImageFormatException when it is no usable image
     */
    public static PixelImage decode(final byte[] file, final ImageLimits limits) throws ImageFormatException {
        if (file.length == 0) {
            throw new ImageFormatException("The image file is empty. Save the image again.");
        }
        if (file.length > limits.maximumBytes()) {
            throw new ImageFormatException("The image file is larger than " + limits.maximumBytes()
                    + " bytes. Save the image at a smaller size, or raise the limits.");
        }
        final ImageFileFormat format = ImageFileFormat.recognise(file)
                .orElseThrow(() -> new ImageFormatException("The file is not a PNG, JPEG, GIF, BMP, TIFF or PNM image."
                        + " Save the image in one of these formats."));
        try {
            return switch (format) {
                case PNG, JPEG, GIF -> PlatformImageReader.read(file, format, limits);
                case BMP, TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN, PNM -> CommonsImageReader.read(file, format, limits);
            };
        } catch (final ImageFormatException e) {
            throw e;
        } catch (final IOException | RuntimeException e) {
            throw new ImageFormatException(
                    format.title() + ": the file is damaged or cut short" + detail(e) + ". Save the image again.", e);
        } catch (final OutOfMemoryError | StackOverflowError e) {
            // a part of the file that lies about its length; what was asked for has not been allocated
            throw new ImageFormatException(
                    format.title()
                            + ": decoding needs more memory than there is. Save the image again, or at a smaller size.",
                    e);
        }
    }

    /** Checks the size that the header claims. */
    static void check(final ImageFileFormat format, final int width, final int height, final ImageLimits limits)
            throws ImageFormatException {
        if (width < 1 || height < 1) {
            throw new ImageFormatException(format.title() + ": the header gives a size of " + width + " x " + height
                    + " pixels. Save the image again.");
        }
        if (width > limits.maximumSide()
                || height > limits.maximumSide()
                || (long) width * height > limits.maximumPixels()) {
            throw new ImageFormatException(format.title() + ": the image has " + width + " x " + height
                    + " pixels; at most " + limits.maximumSide() + " a side and " + limits.maximumPixels()
                    + " in all can be read. Save the image at a smaller size, or raise the limits.");
        }
    }

    private static String detail(final Exception exception) {
        final String message = exception.getMessage();
        if (message == null || message.isBlank()) {
            return "";
        }
        final String line = message.strip().lines().findFirst().orElseThrow();
        return " (" + line.substring(0, Math.min(line.length(), 120)).replaceAll("[.\\s]+$", "") + ")";
    }
}
