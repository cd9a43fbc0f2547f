package org.jointdiffusion.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.RowKey;

class RowNumberTests {

    @Test
    void dependsOnTheRowIdAlone() {
        // the first eight bytes of the SHA-256 of "Row0" without the sign: must never change, or results would
        assertEquals(0x716d3e3bc0be2725L, RowNumber.of(new RowKey("Row0")));
    }

    @Test
    void differsBetweenRows() {
        assertEquals(
                10_000,
                LongStream.range(0, 10_000)
                        .map(row -> RowNumber.of(RowKey.createRowKey(row)))
                        .distinct()
                        .count());
    }
}
