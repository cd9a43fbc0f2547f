package org.jointdiffusion.nodes.table;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.jointdiffusion.nodes.port.TargetType;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class NewColumnsTests {

    @Test
    void takenNamesGetANumber() {
        final DataTableSpec spec = new NewColumns(spec(column("Image", StringCell.TYPE)))
                .add("Image", PngCells.TYPE)
                .add("Image", PngCells.TYPE)
                .spec();

        assertEquals(3, Set.of(spec.getColumnNames()).size());
        assertEquals("Image", spec.getColumnNames()[0]);
    }

    @Test
    void sharesAreBetweenZeroAndOne() {
        final var domain =
                new NewColumns().addShare("P").spec().getColumnSpec("P").getDomain();

        assertEquals(new DoubleCell(0), domain.getLowerBound());
        assertEquals(new DoubleCell(1), domain.getUpperBound());
    }

    @Test
    void classesHaveTheTypeOfTheTargetAndAllClassesAsDomain() {
        final var column = new NewColumns()
                .addClass("class", TargetType.INTEGER, List.of("3", "12"))
                .spec()
                .getColumnSpec("class");

        assertEquals(IntCell.TYPE, column.getType());
        assertArrayEquals(
                new Object[] {new IntCell(3), new IntCell(12)},
                column.getDomain().getValues().toArray());
    }
}
