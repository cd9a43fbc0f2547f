package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Computes the cell of one new column from a row. */
public abstract class SingleCellFactory extends AbstractCellFactory {
    /** Creates a factory for the given new column. */
    public SingleCellFactory(final DataColumnSpec column) {
        super(column);
    }

    /** Returns the new cell; one of the two methods must be overridden. */
    public DataCell getCell(final DataRow row) {
        return getCell(row, -1);
    }

    /** Returns the new cell; {@code index}: the row's index from 0, or -1. */
    public DataCell getCell(final DataRow row, final long index) {
        return getCell(row);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long index) {
        return new DataCell[] {getCell(row, index)};
    }
}
