package org.jointdiffusion.nodes.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.table.PngCells;
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

/** Makes small tables. */
public final class TestTables {

    /** Images and their classes as strings. */
    public static final DataTableSpec IMAGES_AND_CLASSES =
            spec(column("image", PngCells.TYPE), column("class", StringCell.TYPE));

    private TestTables() {}

    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    public static DataTableSpec spec(final DataColumnSpec... columns) {
        return new DataTableSpec(columns);
    }

    /** A table whose rows are named Row0, Row1 and so on. */
    public static BufferedDataTable table(final DataTableSpec spec, final List<DataCell[]> rows) {
        final BufferedDataContainer container =
                new ExecutionContext(new DefaultNodeProgressMonitor(), null).createDataContainer(spec);
        for (final DataCell[] cells : rows) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
        }
        container.close();
        return container.getTable();
    }

    /** A table of {@link #IMAGES_AND_CLASSES} in which the classes "bar" and "dot" alternate. */
    public static BufferedDataTable pictures(final int rows) {
        return pictures(rows, 8);
    }

    /** The same with images of so many pixels a side. */
    public static BufferedDataTable pictures(final int rows, final int side) {
        return table(
                IMAGES_AND_CLASSES,
                IntStream.range(0, rows)
                        .mapToObj(row -> new DataCell[] {
                            PngCells.of(TestImages.picture(row, side, side)), new StringCell(TestImages.className(row))
                        })
                        .toList());
    }

    public static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }
}
