package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A list of cells of one type. */
public interface ListDataValue extends CollectionDataValue {
    /** Returns the element with the given index. */
    DataCell get(int index);
}
