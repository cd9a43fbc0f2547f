package org.knime.filehandling.core.data.location;

import org.knime.core.data.DataValue;
import org.knime.filehandling.core.connections.FSLocation;

/** A path in one of KNIME's file systems, as in columns of the type "Path". */
public interface FSLocationValue extends DataValue {
    /** Returns the location. */
    FSLocation getFSLocation();
}
