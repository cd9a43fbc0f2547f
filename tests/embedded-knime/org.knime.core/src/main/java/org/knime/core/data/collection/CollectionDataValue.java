package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A value that consists of cells of one type. */
public interface CollectionDataValue extends DataValue, CellCollection {
    /** Returns the type to which all elements comply. */
    DataType getElementType();

    /** Returns the number of elements. */
    int size();
}
