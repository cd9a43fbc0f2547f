package org.jointdiffusion.runtime.image;

/**
 * Pictures of what changed between two images.
 *
 * <p>The change of a position is the difference of its brightness, in [-1, 1]. Blue is darker, red is brighter, white
 * is unchanged; the scale is symmetric and can be told apart by colour-blind readers. To be shown larger, the pictures
 * are to be magnified by whole numbers without smoothing.
 */
public final class HeatMap {

    private HeatMap() {}

    /**
     * The signed change alone, on white.
     *
     * @param before the original
     * @param after the changed image, of the same height and width
     * @param limit the change at which the colours are full, above 0 and at most 1; one limit makes pictures comparable
     * @return an RGB image of the same height and width
     */
    public static PixelImage difference(final PixelImage before, final PixelImage after, final double limit) {
        return draw(before, after, limit, (position, row, column) -> DivergingScale.colour(position));
    }

    /**
     * Given signed changes on white.
     *
     * @param changes one for each pixel, row by row, in [-1, 1]
     * @param shape the height and width of the image; its channels do not matter
     * @param limit as for {@link #difference(PixelImage, PixelImage, double)}
     * @return an RGB image of that height and width
     */
    public static PixelImage ofChanges(final float[] changes, final ImageShape shape, final double limit) {
        final int pixels = shape.height() * shape.width();
        final byte[] values = new byte[3 * pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            final int[] colour = DivergingScale.colour(Math.max(-1, Math.min(1, changes[pixel] / limit)));
            for (int channel = 0; channel < 3; channel++) {
                values[channel * pixels + pixel] = (byte) colour[channel];
            }
        }
        return new PixelImage(new ImageShape(3, shape.height(), shape.width()), values);
    }

    /**
     * The signed change over a paled original: the larger the change, the less of the original shows through.
     *
     * @param before the original
     * @param after the changed image, of the same height and width
     * @param limit as for {@link #difference}
     * @return an RGB image of the same height and width
     */
    public static PixelImage overlay(final PixelImage before, final PixelImage after, final double limit) {
        return draw(before, after, limit, (position, row, column) -> {
            // the end of the scale, not its pale middle: opacity alone tells the size of the change
            final int[] colour = DivergingScale.colour(Math.signum(position) * 0.8);
            final double opacity = Math.abs(position);
            final double background = 140 + before.luminance(row, column) * 95 / 255;
            final int[] mixed = new int[3];
            for (int channel = 0; channel < 3; channel++) {
                mixed[channel] = (int) Math.round(opacity * colour[channel] + (1 - opacity) * background);
            }
            return mixed;
        });
    }

    /** How the red, green and blue of a position are chosen; {@code change} is relative to the limit, in [-1, 1]. */
    private interface Colouring {
        int[] colour(double change, int row, int column);
    }

    private static PixelImage draw(
            final PixelImage before, final PixelImage after, final double limit, final Colouring colouring) {
        final int height = before.shape().height();
        final int width = before.shape().width();
        if (after.shape().height() != height || after.shape().width() != width) {
            throw new IllegalArgumentException(
                    "A heat map needs two images of one size, not " + before.shape() + " and " + after.shape() + ".");
        }
        if (!(limit > 0 && limit <= 1)) {
            throw new IllegalArgumentException("The limit of a heat map is above 0 and at most 1, not " + limit + ".");
        }
        final byte[] values = new byte[3 * height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                final double change = (after.luminance(row, column) - before.luminance(row, column)) / 255 / limit;
                final int[] colour = colouring.colour(Math.max(-1, Math.min(1, change)), row, column);
                for (int channel = 0; channel < 3; channel++) {
                    values[(channel * height + row) * width + column] = (byte) colour[channel];
                }
            }
        }
        return new PixelImage(new ImageShape(3, height, width), values);
    }
}
