package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;

/** The settings of a node. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {
    private static final long serialVersionUID = 1L;

    /** Creates an empty settings. */
    public NodeSettings(final String key) {
        super(key);
    }

    /** Reads KNIME's XML format and closes the stream. */
    public static NodeSettingsRO loadFromXML(final InputStream input) throws IOException {
        final NodeSettings loaded = new NodeSettings("loaded");
        loaded.load(input);
        return loaded;
    }

    @Override
    public Config getInstance(final String key) {
        return new NodeSettings(key);
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettings) addConfig(key);
    }

    @Override
    public void addNodeSettings(final NodeSettings part) {
        addEntry(part);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings) getConfig(key);
    }
}
