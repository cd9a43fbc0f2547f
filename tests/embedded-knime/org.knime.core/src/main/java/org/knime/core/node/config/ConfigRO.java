package org.knime.core.node.config;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** A configuration to read from, which may also hold data types. */
public interface ConfigRO extends ConfigBaseRO {
    /** Returns a configuration within this one. */
    Config getConfig(String key) throws InvalidSettingsException;

    /** Returns a data type. */
    DataType getDataType(String key) throws InvalidSettingsException;
}
