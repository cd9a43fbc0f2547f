package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Collects the rows of a table that a node returns. */
public class BufferedDataContainer extends DataContainer {
    private BufferedDataTable m_buffered;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        super(spec, settings);
    }

    @Override
    public BufferedDataTable getTable() {
        if (m_buffered == null) {
            m_buffered = new BufferedDataTable(super.getTable(), size());
        }
        return m_buffered;
    }
}
