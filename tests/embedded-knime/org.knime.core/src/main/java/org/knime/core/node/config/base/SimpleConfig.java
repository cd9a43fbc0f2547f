package org.knime.core.node.config.base;

/** A configuration of values and configurations only. */
public class SimpleConfig extends ConfigBase {
    private static final long serialVersionUID = 1L;

    /** Creates an empty configuration. */
    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }
}
