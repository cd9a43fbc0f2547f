package org.knime.core.data;

import java.util.Objects;

/** Builds the specification of a column. */
public final class DataColumnSpecCreator {
    private String m_name;
    private DataType m_type;
    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    /** Starts with a column of which only name and type are known. */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** Starts with a copy of a column. */
    public DataColumnSpecCreator(final DataColumnSpec spec) {
        this(spec.getName(), spec.getType());
        setDomain(spec.getDomain());
    }

    /** Sets the name; blanks around it are dropped, as KNIME does. */
    public void setName(final String name) {
        final String trimmed =
                Objects.requireNonNull(name, "A column needs a name.").trim();
        m_name = trimmed.isEmpty() ? "<empty>" : trimmed;
    }

    /** Sets the type. */
    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "A column needs a type.");
    }

    /** Returns the type set so far. */
    public DataType getType() {
        return m_type;
    }

    /** Sets what is known about the values; {@code null}: nothing. */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** Returns the column. */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_type, m_domain);
    }
}
