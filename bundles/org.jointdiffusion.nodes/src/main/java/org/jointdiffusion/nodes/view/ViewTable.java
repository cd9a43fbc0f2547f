package org.jointdiffusion.nodes.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataServiceException;

/** A table that a node kept for its view, of which the view shows the first rows. */
public final class ViewTable {

    /** Larger tables are shown in part: whoever looks at thousands of rows filters the table first. */
    public static final int LARGEST = 5000;

    private final BufferedDataTable m_table;

    private ViewTable(final BufferedDataTable table) {
        m_table = table;
    }

    /**
     * The tables.
     *
     * @param internal what the node kept; null or of another length in a workflow that was executed by a version whose
     *     view needs other tables
     * @param count how many tables the view needs
     * @throws DataServiceException with what to do when there are others
     */
    public static ViewTable[] of(final PortObject[] internal, final int count) {
        if (internal == null
                || internal.length != count
                || !Arrays.stream(internal).allMatch(BufferedDataTable.class::isInstance)) {
            throw new DataServiceException(
                    "This node was executed by a version with another view or without one. Reset it and execute it "
                            + "again.");
        }
        return Arrays.stream(internal)
                .map(table -> new ViewTable((BufferedDataTable) table))
                .toArray(ViewTable[]::new);
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface RowConsumer {
        /** Takes a row. */
        void accept(DataRow row);
    }

    /** Visits rows in their order, from one (from 0) up to but without another. */
    public void forEach(final int from, final int to, final RowConsumer consumer) {
        try (CloseableRowIterator rows = iterator()) {
            for (int row = 0; row < Math.min(to, size()); row++) {
                final DataRow next = rows.next();
                if (row >= from) {
                    consumer.accept(next);
                }
            }
        }
    }

    /** All rows, to be closed. */
    public CloseableRowIterator iterator() {
        return m_table.iterator();
    }

    /** All rows of a small table, column by column: numbers as numbers, texts as texts. */
    public Map<String, List<Object>> columns() {
        final ViewColumns columns = new ViewColumns();
        final String[] names = spec().getColumnNames();
        try (CloseableRowIterator rows = iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                for (int column = 0; column < names.length; column++) {
                    final DataCell cell = row.getCell(column);
                    columns.put(
                            names[column],
                            cell instanceof StringCell ? cell.toString() : ViewValues.precise(ViewValues.number(cell)));
                }
            }
        }
        return columns.values();
    }

    /** The PNG files in a column of some rows: a map a row, with {@code image} unless it is missing. */
    List<Map<String, Object>> images(final String column, final int from, final int count) {
        final int position = spec().findColumnIndex(column);
        final List<Map<String, Object>> images = new ArrayList<>();
        forEach(from, from + count, row -> {
            final Map<String, Object> image = new LinkedHashMap<>();
            ViewValues.putImage(image, "image", row.getCell(position));
            images.add(image);
        });
        return images;
    }

    /** The columns. */
    public DataTableSpec spec() {
        return m_table.getDataTableSpec();
    }

    /** The number of rows that the view shows. */
    public int size() {
        return (int) Math.min(LARGEST, total());
    }

    /** The number of rows of the table. */
    public long total() {
        return m_table.size();
    }
}
