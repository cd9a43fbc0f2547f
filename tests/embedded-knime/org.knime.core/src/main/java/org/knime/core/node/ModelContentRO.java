package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The content of a model or its specification to read from. */
public interface ModelContentRO extends ConfigRO {
    /** Returns the part with the key. */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
