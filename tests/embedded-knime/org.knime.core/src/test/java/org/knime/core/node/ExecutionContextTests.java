package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;

class ExecutionContextTests {
    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();
    private final ExecutionContext m_exec = new ExecutionContext(m_progress, null);

    private BufferedDataTable numbers(final int count) {
        final BufferedDataContainer container = m_exec.createDataContainer(
                new DataTableSpec(new DataColumnSpecCreator("number", IntCell.TYPE).createSpec()));
        IntStream.range(0, count)
                .forEach(i -> container.addRowToTable(new DefaultRow(RowKey.createRowKey(i), new IntCell(i))));
        container.close();
        return container.getTable();
    }

    private static ColumnRearranger squares(final DataTableSpec spec) {
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(new DataColumnSpecCreator("square", IntCell.TYPE).createSpec()) {
            @Override
            public DataCell[] getCells(final DataRow row) {
                final int number = ((IntCell) row.getCell(0)).getIntValue();
                return new DataCell[] {new IntCell(number * number)};
            }
        });
        return rearranger;
    }

    @Test
    void computesNewColumnsWithDomainAndProgress() throws Exception {
        final BufferedDataTable table = numbers(5);
        final BufferedDataTable result =
                m_exec.createColumnRearrangeTable(table, squares(table.getSpec()), m_exec.createSubProgress(0.5));
        assertEquals(5, result.size());
        assertEquals(
                new IntCell(16),
                result.getSpec().getColumnSpec("square").getDomain().getUpperBound());
        assertEquals(0.5, m_progress.getProgress(), 1e-12);
        try (var rows = result.iterator()) {
            rows.next();
            assertEquals(new DefaultRow("Row1", new IntCell(1), new IntCell(1)), rows.next());
        }
    }

    @Test
    void cancelEndsTheComputation() {
        final BufferedDataTable table = numbers(2);
        m_progress.setExecuteCanceled();
        assertThrows(
                CanceledExecutionException.class,
                () -> m_exec.createColumnRearrangeTable(table, squares(table.getSpec()), m_exec));
    }

    @Test
    void emptyTablesStayEmptyWithTheirColumns() throws Exception {
        final BufferedDataTable table = numbers(0);
        final BufferedDataTable result = m_exec.createColumnRearrangeTable(table, squares(table.getSpec()), m_exec);
        assertEquals(0, result.size());
        assertEquals(2, result.getSpec().getNumColumns());
        assertEquals("Rows: 0, Cols: 2", result.getSummary());
    }
}
