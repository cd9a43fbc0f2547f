package org.jointdiffusion.runtime.image;

/**
 * What an image file may ask for; checked before its pixels are decoded.
 *
 * @param maximumSide the longest side, in pixels, at least 1
 * @param maximumPixels the largest width times height, at least 1
 * @param maximumBytes the largest file, in bytes, at least 1
 */
public record ImageLimits(int maximumSide, long maximumPixels, long maximumBytes) {

    /** Photographs of up to 50 million pixels in files of up to 128 MiB. */
    public static final ImageLimits DEFAULT = new ImageLimits(16_384, 50_000_000, 128L << 20);

    /** Checks the ranges; throws {@link IllegalArgumentException}. */
    public ImageLimits {
        if (maximumSide < 1 || maximumPixels < 1 || maximumBytes < 1) {
            throw new IllegalArgumentException("Every limit of an image is at least 1.");
        }
    }
}
