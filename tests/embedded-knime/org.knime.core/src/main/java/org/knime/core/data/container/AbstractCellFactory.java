package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;

/** A cell factory that knows its columns. */
public abstract class AbstractCellFactory implements CellFactory {
    private final DataColumnSpec[] m_columns;

    /** Creates a factory for the given new columns. */
    public AbstractCellFactory(final DataColumnSpec... columns) {
        m_columns = columns.clone();
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_columns.clone();
    }

    /** Called after the last row. */
    public void afterProcessing() {}
}
