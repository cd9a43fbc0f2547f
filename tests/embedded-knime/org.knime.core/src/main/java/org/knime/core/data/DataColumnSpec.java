package org.knime.core.data;

import java.util.Objects;

/** One column of a table: its name, its type and what is known about its values. */
public final class DataColumnSpec {
    private final String m_name;
    private final DataType m_type;
    private final DataColumnDomain m_domain;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain) {
        m_name = name;
        m_type = type;
        m_domain = domain;
    }

    /** Returns the name, unique within the table. */
    public String getName() {
        return m_name;
    }

    /** Returns the type to which every cell of the column complies. */
    public DataType getType() {
        return m_type;
    }

    /** Returns what is known about the values, never {@code null}. */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /** Tells whether name and type are the same. */
    public boolean equalStructure(final DataColumnSpec other) {
        return other != null && other.m_name.equals(m_name) && other.m_type.equals(m_type);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnSpec spec && equalStructure(spec) && spec.m_domain.equals(m_domain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_type);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }
}
