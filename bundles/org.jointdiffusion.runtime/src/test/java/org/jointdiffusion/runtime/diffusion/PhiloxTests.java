package org.jointdiffusion.runtime.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** The known-answer vectors that the authors of Philox publish with their library Random123. */
class PhiloxTests {

    @Test
    void zeros() {
        assertScrambled(new int[4], 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void ones() {
        assertScrambled(new int[] {-1, -1, -1, -1}, -1, -1, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void digitsOfPi() {
        assertScrambled(
                new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                0xa4093822,
                0x299f31d0,
                0xd16cfe09,
                0x94fdcceb,
                0x5001e420,
                0x24126ea1);
    }

    private static void assertScrambled(
            final int[] counter, final int keyLow, final int keyHigh, final int... expected) {
        Philox.scramble(counter, keyLow, keyHigh);
        assertArrayEquals(expected, counter);
    }
}
