package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Builds the specification of a table. */
public final class DataTableSpecCreator {
    private final List<DataColumnSpec> m_columns = new ArrayList<>();
    private String m_name;

    /** Starts without columns. */
    public DataTableSpecCreator() {}

    /** Starts with a copy of a table. */
    public DataTableSpecCreator(final DataTableSpec spec) {
        m_name = spec.getName();
        addColumns(spec);
    }

    /** Appends columns. */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        Collections.addAll(m_columns, columns);
        return this;
    }

    /** Appends all columns of a table. */
    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(m_columns::add);
        return this;
    }

    /** Replaces the column with the given index. */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec column) {
        m_columns.set(index, column);
        return this;
    }

    /** Sets the name. */
    public DataTableSpecCreator setName(final String name) {
        m_name = name;
        return this;
    }

    /** Returns the table; a column name that occurs twice is an {@link IllegalArgumentException}. */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.toArray(DataColumnSpec[]::new));
    }
}
