package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of the format, against its definition in arithmetic. */
final class HalfPrecisionTests {

    private static final int ALL = 1 << 16;

    /** (-1)^sign 2^(exponent-15) 1.fraction, or (-1)^sign 2^-14 0.fraction for exponent 0. */
    private static double definition(final int bits) {
        final int sign = bits >> 15;
        final int exponent = bits >> 10 & 31;
        final double fraction = (bits & 1023) / 1024.0;
        final double magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            magnitude = exponent == 0 ? Math.pow(2, -14) * fraction : Math.pow(2, exponent - 15) * (1 + fraction);
        }
        return sign == 0 ? magnitude : -magnitude;
    }

    @Test
    void everyBitPatternHasTheValueOfItsDefinition() {
        for (int bits = 0; bits < ALL; bits++) {
            final float value = HalfPrecision.toFloat((short) bits);
            // compares the bits of the double, so that -0.0 is not 0.0, and any NaN is NaN
            assertEquals(definition(bits), value, Integer.toHexString(bits));
        }
    }

    @Test
    void everyNumberComesBackAsItWas() {
        for (int bits = 0; bits < ALL; bits++) {
            final float value = HalfPrecision.toFloat((short) bits);
            final short back = HalfPrecision.ofFloat(value);
            if (Float.isNaN(value)) {
                assertTrue(Float.isNaN(HalfPrecision.toFloat(back)), Integer.toHexString(bits));
            } else {
                assertEquals((short) bits, back, Integer.toHexString(bits));
            }
        }
    }

    /** Between neighbours the middle is a float, too: it goes to the even one, all else to the nearer one. */
    @Test
    void roundsToTheNearestAndTiesToEven() {
        for (int bits = 0; bits < 0x7bff; bits++) {
            final float low = HalfPrecision.toFloat((short) bits);
            final float high = HalfPrecision.toFloat((short) (bits + 1));
            final float middle = (float) ((low + (double) high) / 2);
            assertRounds(bits % 2 == 0 ? bits : bits + 1, middle);
            assertRounds(bits, Math.nextDown(middle));
            assertRounds(bits + 1, Math.nextUp(middle));
        }
    }

    @Test
    void whatIsTooLargeBecomesInfinite() {
        assertRounds(0x7bff, 65504);
        assertRounds(0x7bff, Math.nextDown(65520f));
        assertRounds(0x7c00, 65520);
        assertRounds(0x7c00, 65536);
        assertRounds(0x7c00, Float.MAX_VALUE);
        assertRounds(0x7c00, Float.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3c00",
        "-2, c000",
        "0.333333333, 3555",
        "6.1035156e-5, 400",
        "5.9604645e-8, 1",
        "2.9802322e-8, 0",
        "2.9802326e-8, 1",
        "1e-45, 0",
        "-1e-45, 8000",
        "3.14159265, 4248"
    })
    void knownNumbersHaveTheirKnownBits(final float value, final String bits) {
        assertEquals((short) Integer.parseInt(bits, 16), HalfPrecision.ofFloat(value));
    }

    /** Any float, against the nearest of its two neighbours in exact decimal arithmetic. */
    @Test
    void anyFloatGoesToItsNearestNeighbour() {
        final Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            final float value = Float.intBitsToFloat(random.nextInt());
            if (Math.abs(value) < 65504) {
                final short bits = HalfPrecision.ofFloat(value);
                final BigDecimal error = distance(value, bits);
                assertTrue(error.compareTo(distance(value, (short) (bits + 1))) <= 0, () -> "above " + value);
                if ((bits & 0x7fff) != 0) {
                    assertTrue(error.compareTo(distance(value, (short) (bits - 1))) <= 0, () -> "below " + value);
                }
            }
        }
    }

    private static BigDecimal distance(final float value, final short bits) {
        final double rounded = definition(bits & 0xffff);
        return Double.isFinite(rounded)
                ? new BigDecimal(value).subtract(new BigDecimal(rounded)).abs()
                : BigDecimal.valueOf(Double.MAX_VALUE);
    }

    private static void assertRounds(final int bits, final float value) {
        assertEquals((short) bits, HalfPrecision.ofFloat(value), () -> "" + value);
        assertEquals((short) (bits | 0x8000), HalfPrecision.ofFloat(-value), () -> "" + -value);
    }
}
