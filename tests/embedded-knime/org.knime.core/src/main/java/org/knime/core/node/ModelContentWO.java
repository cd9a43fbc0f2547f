package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model or its specification to write to. */
public interface ModelContentWO extends ConfigWO {
    /** Adds an empty part and returns it. */
    ModelContentWO addModelContent(String key);

    /** Adds a part. */
    void addModelContent(ModelContent part);
}
