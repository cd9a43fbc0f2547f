package org.jointdiffusion.runner.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;

/** Turns a table of KNIME into plain values. */
final class TableReader {

    private TableReader() {}

    /** Reads all rows. */
    static ResultTable read(final BufferedDataTable table) {
        final var columns = List.of(table.getDataTableSpec().getColumnNames());
        final var rows = new ArrayList<ResultRow>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(read(columns, iterator.next()));
            }
        }
        return new ResultTable(columns, rows);
    }

    private static ResultRow read(final List<String> columns, final DataRow row) {
        final var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            final var column = columns.get(i);
            value(row.getCell(i)).ifPresent(value -> values.put(column, value));
        }
        return new ResultRow(row.getKey().getString(), values);
    }

    /** By value interface, never by cell class: KNIME stores the same value in different cells. */
    private static Optional<Object> value(final DataCell cell) {
        if (cell.isMissing()) {
            return Optional.empty();
        }
        if (cell instanceof BooleanValue truth) {
            return Optional.of(truth.getBooleanValue());
        }
        if (cell instanceof LongValue whole) {
            return Optional.of(whole.getLongValue());
        }
        if (cell instanceof DoubleValue number) {
            return Optional.of(number.getDoubleValue());
        }
        if (cell instanceof PNGImageValue image) {
            return Optional.of(bytes(image));
        }
        return Optional.of(cell.toString());
    }

    private static byte[] bytes(final PNGImageValue image) {
        return image.getImageContent().getByteArray();
    }
}
