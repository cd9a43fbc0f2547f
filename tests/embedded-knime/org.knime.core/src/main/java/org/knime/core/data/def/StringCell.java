package org.knime.core.data.def;

import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell with a text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1L;

    private final String m_string;

    /** Creates a cell; {@code null} is refused with a {@link NullPointerException}. */
    public StringCell(final String string) {
        m_string = Objects.requireNonNull(string, "A string cell needs a text; use a missing cell instead.");
    }

    @Override
    public String getStringValue() {
        return m_string;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return ((StringCell) other).m_string.equals(m_string);
    }

    @Override
    public int hashCode() {
        return m_string.hashCode();
    }

    @Override
    public String toString() {
        return m_string;
    }
}
