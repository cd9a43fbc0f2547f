package org.knime.core.node;

import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table at a port, immutable. */
public final class BufferedDataTable implements DataTable, PortObject {
    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTable m_table;
    private final long m_size;

    BufferedDataTable(final DataTable table, final long size) {
        m_table = table;
        m_size = size;
    }

    @Override
    public CloseableRowIterator iterator() {
        return CloseableRowIterator.from(m_table.iterator());
    }

    /** Returns the number of rows. */
    public long size() {
        return m_size;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_table.getDataTableSpec();
    }

    @Override
    public DataTableSpec getSpec() {
        return getDataTableSpec();
    }

    @Override
    public String getSummary() {
        return "Rows: " + m_size + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
