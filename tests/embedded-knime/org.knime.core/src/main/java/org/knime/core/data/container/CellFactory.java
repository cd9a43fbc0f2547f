package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Computes the cells of new columns from a row. */
public interface CellFactory {
    /** Returns one cell for each of the new columns. */
    default DataCell[] getCells(final DataRow row) {
        return getCells(row, -1);
    }

    /** Returns one cell for each of the new columns; {@code index}: the row's index from 0, or -1. */
    default DataCell[] getCells(final DataRow row, final long index) {
        return getCells(row);
    }

    /** Returns the new columns. */
    DataColumnSpec[] getColumnSpecs();
}
