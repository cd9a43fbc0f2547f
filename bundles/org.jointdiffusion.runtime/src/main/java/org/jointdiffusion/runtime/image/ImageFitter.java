package org.jointdiffusion.runtime.image;

/** Brings images to the size and colours that a network expects. */
public final class ImageFitter {

    private ImageFitter() {}

    /**
     * The image in the given shape; an image that has it already is returned as it is.
     *
     * <p>Grey becomes three equal channels, RGB becomes its brightness (ITU-R BT.601). A side that shrinks is averaged
     * over areas, a side that grows is interpolated linearly.
     */
    public static PixelImage fit(final PixelImage image, final ImageShape shape, final ImageFit fit) {
        if (image.shape().equals(shape)) {
            return image;
        }
        final ImageShape source = image.shape();
        int height = shape.height();
        int width = shape.width();
        if (fit == ImageFit.PAD) {
            final double scale = Math.min((double) height / source.height(), (double) width / source.width());
            height = Math.max(1, (int) Math.round(scale * source.height()));
            width = Math.max(1, (int) Math.round(scale * source.width()));
        }
        final AxisScaling rows = new AxisScaling(source.height(), height);
        final AxisScaling columns = new AxisScaling(source.width(), width);
        final int top = (shape.height() - height) / 2;
        final int left = (shape.width() - width) / 2;
        final byte[] values = new byte[shape.size()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            final float[] plane = plane(image, shape.channels(), channel);
            final float[] scaled = rows.scaleColumns(columns.scaleRows(plane, source.height()), width);
            final byte background = (byte) Math.round(borderMean(plane, source.height(), source.width()));
            for (int row = 0; row < shape.height(); row++) {
                for (int column = 0; column < shape.width(); column++) {
                    final int y = row - top;
                    final int x = column - left;
                    final boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                    values[(channel * shape.height() + row) * shape.width() + column] =
                            inside ? (byte) Math.round(scaled[y * width + x]) : background;
                }
            }
        }
        return new PixelImage(shape, values);
    }

    private static float[] plane(final PixelImage image, final int channels, final int channel) {
        final int height = image.shape().height();
        final int width = image.shape().width();
        final float[] plane = new float[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                plane[row * width + column] = channels == image.shape().channels()
                        ? image.value(channel, row, column)
                        : (float) image.luminance(row, column);
            }
        }
        return plane;
    }

    private static double borderMean(final float[] plane, final int height, final int width) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < height; row++) {
            // all of the first and last row, the two ends of the others
            final int step = row == 0 || row == height - 1 || width == 1 ? 1 : width - 1;
            for (int column = 0; column < width; column += step) {
                sum += plane[row * width + column];
                count++;
            }
        }
        return sum / count;
    }
}
