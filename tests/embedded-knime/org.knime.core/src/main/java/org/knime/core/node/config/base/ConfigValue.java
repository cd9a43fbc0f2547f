package org.knime.core.node.config.base;

/** A single value of a configuration, kept as it is written to files. */
final class ConfigValue extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final String m_value;

    ConfigValue(final ConfigEntries type, final String key, final String value) {
        super(type, key);
        m_value = value;
    }

    @Override
    public String toStringValue() {
        return m_value;
    }
}
