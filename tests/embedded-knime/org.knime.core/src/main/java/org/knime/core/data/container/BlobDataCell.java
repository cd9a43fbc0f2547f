package org.knime.core.data.container;

import org.knime.core.data.DataCell;

/** A cell that is so large that KNIME keeps it out of its table's file; in memory here like any other. */
public abstract class BlobDataCell extends DataCell {
    private static final long serialVersionUID = 1L;
}
