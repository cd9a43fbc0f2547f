package org.jointdiffusion.embedded;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Makes small tables for tests, and reads them. */
public final class Tables {

    private Tables() {}

    public static ExecutionContext context() {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), null);
    }

    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** Makes a table of texts; null becomes a missing cell, and rows have the keys Row0, Row1, ... */
    public static BufferedDataTable ofTexts(final String[] columns, final String[]... rows) {
        final DataColumnSpec[] specs = new DataColumnSpec[columns.length];
        for (int index = 0; index < columns.length; index++) {
            specs[index] = column(columns[index], StringCell.TYPE);
        }
        final BufferedDataContainer container = context().createDataContainer(new DataTableSpec(specs));
        for (final String[] row : rows) {
            final DataCell[] cells = new DataCell[row.length];
            for (int index = 0; index < row.length; index++) {
                cells[index] = row[index] == null ? DataType.getMissingCell() : new StringCell(row[index]);
            }
            container.addRowToTable(new DefaultRow(new RowKey("Row" + container.size()), cells));
        }
        container.close();
        return container.getTable();
    }

    /** Returns each row as "key: cell cell ...". */
    public static List<String> rows(final BufferedDataTable table) {
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : table) {
            final List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.toString()));
            rows.add(row.getKey() + ": " + String.join(" ", cells));
        }
        return rows;
    }
}
