package org.knime.core.node.config;

import org.knime.core.data.DataType;
import org.knime.core.node.config.base.ConfigBaseWO;

/** A configuration to write to, which may also hold data types. */
public interface ConfigWO extends ConfigBaseWO {
    /** Adds an empty configuration and returns it. */
    Config addConfig(String key);

    /** Adds a data type, which may be {@code null}. */
    void addDataType(String key, DataType type);
}
