package org.jointdiffusion.runtime.image;

/**
 * The size of one image as the network sees it.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param height rows of pixels, at least 1
 * @param width columns of pixels, at least 1
 */
public record ImageShape(int channels, int height, int width) {

    /** Checks the ranges; throws {@link IllegalArgumentException} with the offending value. */
    public ImageShape {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("An image has 1 or 3 channels, not " + channels + ".");
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + width + " x " + height + ".");
        }
    }

    /** The number of values of one image: channels x height x width. */
    public int size() {
        return channels * height * width;
    }

    /** Reads like "28x28 grey" or "64x64 RGB". */
    @Override
    public String toString() {
        return width + "x" + height + (channels == 1 ? " grey" : " RGB");
    }
}
