package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.table.PngCells;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class TargetTypeTests {

    @Test
    void onlyStringsAndWholeNumbersAreClasses() {
        assertEquals(Optional.of(TargetType.STRING), TargetType.of(StringCell.TYPE));
        assertEquals(Optional.of(TargetType.INTEGER), TargetType.of(IntCell.TYPE));
        assertEquals(Optional.empty(), TargetType.of(DoubleCell.TYPE));
        assertEquals(Optional.empty(), TargetType.of(BooleanCell.TYPE));
        assertEquals(Optional.empty(), TargetType.of(PngCells.TYPE));
    }

    @Test
    void cellsAndNamesOfClassesMatch() {
        assertEquals(new IntCell(-7), TargetType.INTEGER.cell("-7"));
        assertEquals("-7", TargetType.INTEGER.className(new IntCell(-7)));
        assertEquals(new StringCell("a b"), TargetType.STRING.cell("a b"));
        assertEquals("a b", TargetType.STRING.className(new StringCell("a b")));
    }

    @Test
    void numbersAreOrderedByValue() {
        assertEquals(
                List.of("-1", "2", "10"),
                List.of("10", "2", "-1").stream()
                        .sorted(TargetType.INTEGER.order())
                        .toList());
    }
}
