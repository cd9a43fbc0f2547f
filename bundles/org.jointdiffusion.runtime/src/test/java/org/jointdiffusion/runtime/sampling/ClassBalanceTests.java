package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClassBalanceTests {

    @Test
    void everyClassIsFilledUpToTheLargest() {
        assertArrayEquals(new int[] {4, 0, 7}, ClassBalance.missing(new int[] {3, 7, 0}, OptionalInt.empty()));
        assertArrayEquals(new int[] {0, 0}, ClassBalance.missing(new int[] {0, 0}, OptionalInt.empty()));
    }

    @Test
    void everyClassIsFilledUpToTheNumberThatIsWanted() {
        assertArrayEquals(new int[] {2, 0, 5}, ClassBalance.missing(new int[] {3, 7, 0}, OptionalInt.of(5)));
    }
}
