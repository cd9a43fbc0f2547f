package org.knime.core.data.def;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** A cell with a truth value; as a number, true is 1 and false is 0. */
public final class BooleanCell extends DataCell
        implements BooleanValue, IntValue, LongValue, DoubleValue, BoundedValue, NominalValue {
    /** The cell with the value true. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** The cell with the value false. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private static final long serialVersionUID = 1L;

    private final boolean m_value;

    private BooleanCell(final boolean value) {
        m_value = value;
    }

    /** Returns the cell with the given value. */
    public static final BooleanCell get(final boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Makes boolean cells. */
    public static final class BooleanCellFactory implements DataCellFactory {
        /** The type of the cells. */
        public static final DataType TYPE = BooleanCell.TYPE;

        /** Returns the cell with the given value. */
        public static DataCell create(final boolean value) {
            return get(value);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }

    @Override
    public boolean getBooleanValue() {
        return m_value;
    }

    @Override
    public int getIntValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return ((BooleanCell) other).m_value == m_value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Boolean.toString(m_value);
    }
}
