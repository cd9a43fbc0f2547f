package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One row of a table: a key and one cell a column. */
public interface DataRow extends Iterable<DataCell> {
    /** Returns the number of cells. */
    int getNumCells();

    /** Returns the identifier of the row. */
    RowKey getKey();

    /** Returns the cell of the column with the given index. */
    DataCell getCell(int index);

    /** Returns the cells in the order of the columns. */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
