package org.knime.core.data;

import java.util.Objects;

/** The identifier of a row, unique within its table. */
public final class RowKey implements RowKeyValue {
    private final String m_string;

    /** Creates a key; {@code null} is refused with a {@link NullPointerException}. */
    public RowKey(final String string) {
        m_string = Objects.requireNonNull(string, "A row key must not be null.");
    }

    /** Returns the default key of the row with the given index: "Row0", "Row1", ... */
    public static RowKey createRowKey(final long index) {
        if (index < 0) {
            throw new IndexOutOfBoundsException("A row index must not be negative: " + index);
        }
        return new RowKey("Row" + index);
    }

    /** Returns the default key of the row with the given index. */
    public static RowKey createRowKey(final int index) {
        return createRowKey((long) index);
    }

    @Override
    public String getString() {
        return m_string;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKey key && key.m_string.equals(m_string);
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
