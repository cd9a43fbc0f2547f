package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.node.config.Config;

/** The content of a model or its specification. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {
    private static final long serialVersionUID = 1L;

    /** Creates an empty content. */
    public ModelContent(final String key) {
        super(key);
    }

    /** Reads KNIME's XML format and closes the stream. */
    public static ModelContentRO loadFromXML(final InputStream input) throws IOException {
        final ModelContent loaded = new ModelContent("loaded");
        loaded.load(input);
        return loaded;
    }

    @Override
    public Config getInstance(final String key) {
        return new ModelContent(key);
    }

    @Override
    public ModelContentWO addModelContent(final String key) {
        return (ModelContent) addConfig(key);
    }

    @Override
    public void addModelContent(final ModelContent part) {
        addEntry(part);
    }

    @Override
    public ModelContent getModelContent(final String key) throws InvalidSettingsException {
        return (ModelContent) getConfig(key);
    }
}
