package org.jointdiffusion.nodes.testing;

import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/** Draws small grey pictures of two classes that are easy to tell apart. */
public final class TestImages {

    private TestImages() {}

    /** "bar" for even numbers, "dot" for odd ones. */
    public static String className(final int number) {
        return number % 2 == 0 ? "bar" : "dot";
    }

    /** A bar or a dot whose brightness depends on the number. */
    public static PixelImage picture(final int number, final int height, final int width) {
        final byte[] values = new byte[height * width];
        final int brightness = 160 + 7 * number % 90;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                final boolean inside = number % 2 == 0
                        ? Math.abs(column - width / 2) < 2
                        : Math.hypot(row - height / 4.0, column - width / 4.0) < 2;
                values[row * width + column] = (byte) (inside ? brightness : 10);
            }
        }
        return new PixelImage(new ImageShape(1, height, width), values);
    }
}
