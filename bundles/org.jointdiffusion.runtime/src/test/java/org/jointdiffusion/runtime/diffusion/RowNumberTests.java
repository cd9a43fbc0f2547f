package org.jointdiffusion.runtime.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowNumberTests {

    @Test
    void dependsOnTheNameAlone() {
        // the first eight bytes of the SHA-256 of "Row0" without the sign: must never change, or results would
        assertEquals(0x716d3e3bc0be2725L, RowNumber.of("Row0"));
    }

    @Test
    void differsBetweenRows() {
        assertEquals(
                10_000,
                LongStream.range(0, 10_000)
                        .map(row -> RowNumber.of("Row" + row))
                        .distinct()
                        .count());
    }
}
