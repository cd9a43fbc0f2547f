package org.jointdiffusion.runtime.metrics;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/** How much one image differs from another of the same shape; brightness counts from 0 (black) to 1 (white). */
public final class ImageChange {

    /** Smaller differences of a channel, in steps of 8 bits, are no visible change. */
    private static final int INVISIBLE = 8;

    private ImageChange() {}

    /** The mean absolute difference of all values (L1), in [0, 1]. */
    public static double meanAbsolute(final PixelImage first, final PixelImage second) {
        final byte[] a = first.values();
        final byte[] b = values(second, first);
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum / 255.0 / a.length;
    }

    /** The root of the mean squared difference of all values (L2), in [0, 1]. */
    public static double rootMeanSquare(final PixelImage first, final PixelImage second) {
        final byte[] a = first.values();
        final byte[] b = values(second, first);
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            final int difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += (long) difference * difference;
        }
        return Math.sqrt((double) sum / a.length) / 255;
    }

    /** The share of positions at which a channel differs by more than 8/255, in [0, 1]. */
    public static double changedShare(final PixelImage first, final PixelImage second) {
        int count = 0;
        final boolean[] changed = changed(first, second);
        for (final boolean position : changed) {
            count += position ? 1 : 0;
        }
        return (double) count / changed.length;
    }

    /** The number of connected regions of changed positions; positions touch also across corners. */
    public static int regions(final PixelImage first, final PixelImage second) {
        final boolean[] left = changed(first, second);
        final int[] stack = new int[left.length];
        int regions = 0;
        for (int position = 0; position < left.length; position++) {
            if (left[position]) {
                regions++;
                remove(left, position, first.shape(), stack);
            }
        }
        return regions;
    }

    /** Clears the region around a position; each position enters the stack at most once. */
    private static void remove(final boolean[] left, final int start, final ImageShape shape, final int[] stack) {
        int size = 0;
        stack[size++] = start;
        left[start] = false;
        while (size > 0) {
            final int position = stack[--size];
            final int row = position / shape.width();
            final int column = position % shape.width();
            for (int y = Math.max(0, row - 1); y <= Math.min(shape.height() - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(shape.width() - 1, column + 1); x++) {
                    final int neighbour = y * shape.width() + x;
                    if (left[neighbour]) {
                        left[neighbour] = false;
                        stack[size++] = neighbour;
                    }
                }
            }
        }
    }

    private static boolean[] changed(final PixelImage first, final PixelImage second) {
        final byte[] a = first.values();
        final byte[] b = values(second, first);
        final boolean[] changed =
                new boolean[first.shape().height() * first.shape().width()];
        for (int i = 0; i < a.length; i++) {
            changed[i % changed.length] |= Math.abs((a[i] & 0xff) - (b[i] & 0xff)) > INVISIBLE;
        }
        return changed;
    }

    private static byte[] values(final PixelImage image, final PixelImage other) {
        if (!image.shape().equals(other.shape())) {
            throw new IllegalArgumentException(
                    "Only images of one shape can be compared, not " + other.shape() + " and " + image.shape() + ".");
        }
        return image.values();
    }
}
