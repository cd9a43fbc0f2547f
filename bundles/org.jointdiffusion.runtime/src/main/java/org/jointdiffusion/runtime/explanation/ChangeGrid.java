package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * A grid of cells over images of one size, in which changes of brightness are averaged.
 *
 * @param image the size of the images
 * @param height the cells of a column
 * @param width the cells of a row
 */
public record ChangeGrid(ImageShape image, int height, int width) {

    /** A grid of at most so many cells a side; smaller images have a cell for each pixel. */
    public static ChangeGrid of(final ImageShape image, final int largestSide) {
        return new ChangeGrid(image, Math.min(largestSide, image.height()), Math.min(largestSide, image.width()));
    }

    /** The number of cells. */
    public int size() {
        return height * width;
    }

    /**
     * The mean change of brightness in each cell, row by row, in [-1, 1].
     *
     * @param before the original
     * @param after the changed image; both have the grid's size
     */
    public float[] change(final PixelImage before, final PixelImage after) {
        final double[] sums = new double[size()];
        final int[] pixels = new int[size()];
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                final int cell = row * height / image.height() * width + column * width / image.width();
                sums[cell] += (after.luminance(row, column) - before.luminance(row, column)) / 255;
                pixels[cell]++;
            }
        }
        final float[] change = new float[size()];
        for (int cell = 0; cell < change.length; cell++) {
            change[cell] = (float) (sums[cell] / pixels[cell]);
        }
        return change;
    }
}
