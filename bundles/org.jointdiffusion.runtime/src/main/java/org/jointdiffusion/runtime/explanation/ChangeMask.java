package org.jointdiffusion.runtime.explanation;

import org.jointdiffusion.runtime.image.PixelImage;

/**
 * Where an image may change: the bright positions of a picture of its size. Everything else comes back exactly as it
 * was.
 *
 * @param picture bright (from 128 of 255 on) where a change is allowed
 */
public record ChangeMask(PixelImage picture) {

    private static final double BRIGHT = 128;

    /** Whether there is any position that may change. */
    public boolean allowsAny() {
        for (int position = 0; position < positions(); position++) {
            if (allows(position)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a position, counted row by row, may change. */
    boolean allows(final int position) {
        final int width = picture.shape().width();
        return picture.luminance(position / width, position % width) >= BRIGHT;
    }

    /** The number of positions. */
    int positions() {
        return picture.shape().height() * picture.shape().width();
    }
}
