package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node to write to. */
public interface NodeSettingsWO extends ConfigWO {
    /** Adds an empty part and returns it. */
    NodeSettingsWO addNodeSettings(String key);

    /** Adds a part. */
    void addNodeSettings(NodeSettings part);
}
