package org.jointdiffusion.runtime.metrics;

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
        final boolean[] changed = changedPositions(first, second);
        for (final boolean position : changed) {
            count += position ? 1 : 0;
        }
        return (double) count / changed.length;
    }

    /** The number of connected regions of changed positions; positions touch also across corners. */
    public static int regions(final PixelImage first, final PixelImage second) {
        return ChangedRegion.find(first, second).size();
    }

    /** Whether each position changed visibly, row by row: a channel differs by more than 8/255. */
    public static boolean[] changedPositions(final PixelImage first, final PixelImage second) {
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
