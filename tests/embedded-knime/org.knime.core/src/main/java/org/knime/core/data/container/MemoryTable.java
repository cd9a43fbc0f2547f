package org.knime.core.data.container;

import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** An immutable table in memory. */
record MemoryTable(DataTableSpec spec, List<DataRow> rows) implements DataTable {
    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public CloseableRowIterator iterator() {
        return CloseableRowIterator.from(rows.iterator());
    }
}
