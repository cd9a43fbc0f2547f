package org.jointdiffusion.runtime.image;

/**
 * The colours from blue over white to red of ColorBrewer's scheme "RdBu" (C. Brewer), safe for colour-blind readers.
 */
final class DivergingScale {

    /** From no change to the largest darkening. */
    private static final int[] BLUES = {0xf7f7f7, 0xd1e5f0, 0x92c5de, 0x4393c3, 0x2166ac, 0x053061};

    /** From no change to the largest brightening. */
    private static final int[] REDS = {0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f};

    private DivergingScale() {}

    /** The red, green and blue of a position in [-1, 1], each 0 to 255. */
    static int[] colour(final double position) {
        final int[] anchors = position < 0 ? BLUES : REDS;
        final double place = Math.abs(position) * (anchors.length - 1);
        final int index = Math.min((int) place, anchors.length - 2);
        final double share = place - index;
        final int[] colour = new int[3];
        for (int channel = 0; channel < 3; channel++) {
            final int shift = 16 - 8 * channel;
            final int low = anchors[index] >> shift & 0xff;
            final int high = anchors[index + 1] >> shift & 0xff;
            colour[channel] = (int) Math.round(low + share * (high - low));
        }
        return colour;
    }
}
