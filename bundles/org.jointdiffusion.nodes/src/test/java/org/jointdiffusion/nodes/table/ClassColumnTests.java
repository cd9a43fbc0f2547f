package org.jointdiffusion.nodes.table;

import static org.jointdiffusion.nodes.testing.TestTables.column;
import static org.jointdiffusion.nodes.testing.TestTables.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class ClassColumnTests {

    @Test
    void readsClassesAndMissingOnes() throws Exception {
        final ClassColumn column = ClassColumn.find(spec(column("digit", IntCell.TYPE)), "digit", "class column");

        assertEquals(Optional.of("7"), column.read(new DefaultRow("row", new IntCell(7))));
        assertEquals(Optional.empty(), column.read(new DefaultRow("row", DataType.getMissingCell())));
    }

    @Test
    void saysWhatIsWrong() {
        assertMessage("has no class column", spec(column("x", DoubleCell.TYPE)), null);
        assertMessage("No class column is chosen", spec(column("c", StringCell.TYPE)), null);
        assertMessage("no column \"d\"", spec(column("c", StringCell.TYPE)), "d");
        assertMessage("which cannot be classes", spec(column("x", DoubleCell.TYPE)), "x");
    }

    private static void assertMessage(final String part, final DataTableSpec spec, final String column) {
        final String message = assertThrows(
                        InvalidSettingsException.class, () -> ClassColumn.find(spec, column, "class column"))
                .getMessage();
        assertTrue(message.contains(part), message);
    }
}
