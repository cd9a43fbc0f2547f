package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Cells that belong together. */
public interface CellCollection extends Iterable<DataCell> {}
