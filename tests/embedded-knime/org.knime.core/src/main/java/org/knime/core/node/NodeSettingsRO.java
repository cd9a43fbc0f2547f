package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The settings of a node to read from. */
public interface NodeSettingsRO extends ConfigRO {
    /** Returns the part with the key. */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
