package org.knime.core.data.container;

import org.knime.core.data.DataRow;

/** Takes rows, one after the other. */
public interface RowAppender {
    /** Adds a row at the end. */
    void addRowToTable(DataRow row);
}
