package org.knime.core.data;

/** Rows that comply with a table specification. */
public interface DataTable extends Iterable<DataRow> {
    /** Returns the columns of the table. */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
