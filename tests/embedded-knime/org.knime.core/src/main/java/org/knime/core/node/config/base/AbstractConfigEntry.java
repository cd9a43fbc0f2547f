package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Objects;

/** One named entry of a configuration: a value or a configuration. */
public abstract class AbstractConfigEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ConfigEntries m_type;
    private String m_key;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        m_type = Objects.requireNonNull(type, "An entry needs a type.");
        setKey(key);
    }

    /** The key of a configuration that is read from a file is known only then. */
    final void setKey(final String key) {
        m_key = Objects.requireNonNull(key, "An entry needs a key.");
    }

    /** Returns the name of the entry. */
    public final String getKey() {
        return m_key;
    }

    /** Returns the type of the entry. */
    public final ConfigEntries getType() {
        return m_type;
    }

    /** Returns the value as it is written to files, or {@code null}. */
    public abstract String toStringValue();

    /** Tells whether the entry is a value. */
    public boolean isLeaf() {
        return true;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof AbstractConfigEntry entry
                && entry.m_type == m_type
                && entry.m_key.equals(m_key)
                && Objects.equals(entry.toStringValue(), toStringValue());
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_type, m_key, toStringValue());
    }

    @Override
    public String toString() {
        return m_key + "=" + toStringValue();
    }
}
