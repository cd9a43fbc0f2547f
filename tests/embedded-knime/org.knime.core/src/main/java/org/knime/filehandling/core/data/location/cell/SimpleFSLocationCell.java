package org.knime.filehandling.core.data.location.cell;

import org.knime.core.data.DataCell;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.data.location.FSLocationValue;

/** A cell with a location. */
public final class SimpleFSLocationCell extends DataCell implements FSLocationValue {
    private static final long serialVersionUID = 1L;

    private final FSLocation m_location;

    SimpleFSLocationCell(final FSLocation location) {
        m_location = location;
    }

    @Override
    public FSLocation getFSLocation() {
        return m_location;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return ((SimpleFSLocationCell) other).m_location.equals(m_location);
    }

    @Override
    public int hashCode() {
        return m_location.hashCode();
    }

    @Override
    public String toString() {
        return m_location.toString();
    }
}
