package org.knime.core.data;

import java.io.Serializable;
import org.knime.core.data.collection.CollectionDataValue;

/** One immutable value of a table; what it holds is told by the {@link DataValue} interfaces of its class. */
public abstract class DataCell implements DataValue, Serializable {
    private static final long serialVersionUID = 1L;

    /** Returns the type of the cell: its class and, for collections, the type of the elements. */
    public final DataType getType() {
        return this instanceof CollectionDataValue collection
                ? DataType.getType(getClass(), collection.getElementType())
                : DataType.getType(getClass());
    }

    /** Tells whether the cell has no value; only {@link MissingCell} answers yes. */
    public boolean isMissing() {
        return false;
    }

    @Override
    public final boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell cell)) {
            return false;
        }
        if (cell.isMissing() || isMissing()) {
            return cell.isMissing() && isMissing();
        }
        return cell.getClass() == getClass() ? equalsDataCell(cell) : equalContent(cell);
    }

    /** Compares with a cell of the same class that is not missing. */
    protected abstract boolean equalsDataCell(DataCell other);

    /** Compares with a cell of another class that may hold the same content; no cells are equal by default. */
    protected boolean equalContent(final DataValue other) {
        return false;
    }

    @Override
    public abstract int hashCode();

    @Override
    public abstract String toString();
}
