package org.jointdiffusion.runtime.model;

/**
 * Converts between the 16 bits of an IEEE 754 half precision number (1 sign, 5 exponent, 10 fraction bits) and
 * {@code float}; Java 17 has no such conversion.
 */
final class HalfPrecision {

    /** The largest finite half precision number. */
    static final float LARGEST = 65504;

    /** The smallest positive one. */
    private static final float SMALLEST = 0x1p-24f;

    private static final int FRACTION_BITS = 10;

    /** How many more bits the fraction of a float has. */
    private static final int SURPLUS_BITS = 23 - FRACTION_BITS;

    /** What the exponent of a float is larger by. */
    private static final int EXPONENT_SHIFT = 127 - 15;

    private HalfPrecision() {}

    /** The value of a half precision number, exactly; NaNs and infinities stay such. */
    static float toFloat(final short bits) {
        final int exponent = bits >>> FRACTION_BITS & 0x1f;
        final int magnitude = (bits & 0x7fff) << SURPLUS_BITS;
        final float value =
                switch (exponent) {
                    // no arithmetic with subnormal floats, which native code may have switched off
                    case 0 -> (bits & 0x3ff) * SMALLEST;
                    case 0x1f -> Float.intBitsToFloat(magnitude | 0x7f80_0000);
                    default -> Float.intBitsToFloat(magnitude + (EXPONENT_SHIFT << 23));
                };
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) | (bits & 0x8000) << 16);
    }

    /** The nearest half precision number, ties to even; what is too large becomes an infinity, NaN stays NaN. */
    static short ofFloat(final float value) {
        final int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        final float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude < 0x1p-14f) {
            // a subnormal number counts units of 2^-24: an addition that leaves no room for more does the rounding
            return (short) (sign | Float.floatToRawIntBits(magnitude + 0.5f) - Float.floatToRawIntBits(0.5f));
        }
        final int bits = Float.floatToRawIntBits(Math.min(magnitude, 0x1p16f));
        final int tieToEven = (1 << SURPLUS_BITS - 1) - 1 + (bits >>> SURPLUS_BITS & 1);
        // a fraction that is rounded up to the next power of two carries into the exponent, as it should
        return (short) (sign | (bits + tieToEven >>> SURPLUS_BITS) - (EXPONENT_SHIFT << FRACTION_BITS));
    }
}
