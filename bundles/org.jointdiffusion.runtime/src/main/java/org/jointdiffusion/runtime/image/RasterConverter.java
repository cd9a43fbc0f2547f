package org.jointdiffusion.runtime.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Turns Java's images into ours.
 *
 * <p>It reads the samples themselves: Java's own conversion to RGB would treat grey images as linear light and brighten
 * them.
 */
final class RasterConverter {

    private RasterConverter() {}

    static PixelImage convert(final BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel palette
                ? fromPalette(image.getRaster(), palette)
                : fromSamples(image.getRaster(), image.getColorModel());
    }

    /** The first channel alone. */
    static PixelImage firstChannel(final PixelImage image) {
        final ImageShape shape =
                new ImageShape(1, image.shape().height(), image.shape().width());
        return new PixelImage(shape, Arrays.copyOf(image.values(), shape.size()));
    }

    private static PixelImage fromSamples(final Raster raster, final ColorModel colours) {
        final int channels = raster.getNumBands() < 3 ? 1 : 3;
        final int alphaBand = colours.hasAlpha() ? raster.getNumBands() - 1 : -1;
        final int width = raster.getWidth();
        final ImageShape shape = new ImageShape(channels, raster.getHeight(), width);
        final byte[] values = new byte[shape.size()];
        int[] samples = null;
        int[] alphas = null;
        for (int row = 0; row < shape.height(); row++) {
            if (alphaBand >= 0) {
                alphas = raster.getSamples(0, row, width, 1, alphaBand, alphas);
            }
            for (int channel = 0; channel < channels; channel++) {
                samples = raster.getSamples(0, row, width, 1, channel, samples);
                final int start = (channel * shape.height() + row) * width;
                final long largest = largest(raster, channel);
                for (int column = 0; column < width; column++) {
                    double value = 255.0 * samples[column] / largest;
                    if (alphaBand >= 0) {
                        value = onWhite(value, (double) alphas[column] / largest(raster, alphaBand));
                    }
                    values[start + column] = (byte) Math.round(value);
                }
            }
        }
        return new PixelImage(shape, values);
    }

    private static long largest(final Raster raster, final int band) {
        return (1L << raster.getSampleModel().getSampleSize(band)) - 1;
    }

    private static PixelImage fromPalette(final Raster raster, final IndexColorModel palette) {
        final int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        final int channels = Arrays.stream(colours).allMatch(RasterConverter::isGrey) ? 1 : 3;
        final ImageShape shape = new ImageShape(channels, raster.getHeight(), raster.getWidth());
        final byte[] values = new byte[shape.size()];
        final int plane = shape.height() * shape.width();
        for (int position = 0; position < plane; position++) {
            final int index = raster.getSample(position % shape.width(), position / shape.width(), 0);
            final int colour = index < colours.length ? colours[index] : 0xff000000;
            for (int channel = 0; channel < channels; channel++) {
                final int value = colour >> 16 - 8 * channel & 0xff;
                values[channel * plane + position] = (byte) Math.round(onWhite(value, (colour >>> 24) / 255.0));
            }
        }
        return new PixelImage(shape, values);
    }

    private static boolean isGrey(final int colour) {
        final int red = colour >> 16 & 0xff;
        return red == (colour >> 8 & 0xff) && red == (colour & 0xff);
    }

    private static double onWhite(final double value, final double alpha) {
        return alpha * value + (1 - alpha) * 255;
    }
}
