package org.jointdiffusion.runtime.image;

/**
 * What an image file may ask for; checked before its pixels are decoded.
 *
 * @param maximumSide the longest side, in pixels, at least 1
 * @param maximumPixels the largest width times height, 1 to {@link #MOST_PIXELS}
 * @param maximumBytes the largest file, in bytes, 1 to {@link #MOST_BYTES}
 */
public record ImageLimits(int maximumSide, long maximumPixels, long maximumBytes) {

    /** Photographs of up to 50 million pixels in files of up to 128 MiB. */
    public static final ImageLimits DEFAULT = new ImageLimits(16_384, 50_000_000, 128L << 20);

    /** The most pixels that the limits can be raised to: an array of Java holds three values for each. */
    public static final int MOST_PIXELS = 700_000_000;

    /** The largest file, in bytes, that the limits can be raised to. */
    public static final long MOST_BYTES = Integer.MAX_VALUE - 16L;

    /** Checks the ranges; throws {@link IllegalArgumentException}. */
    public ImageLimits {
        if (maximumSide < 1 || maximumPixels < 1 || maximumBytes < 1) {
            throw new IllegalArgumentException("Every limit of an image is at least 1.");
        }
        if (maximumPixels > MOST_PIXELS || maximumBytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "An image can have at most " + MOST_PIXELS + " pixels, and its file " + MOST_BYTES + " bytes.");
        }
    }
}
