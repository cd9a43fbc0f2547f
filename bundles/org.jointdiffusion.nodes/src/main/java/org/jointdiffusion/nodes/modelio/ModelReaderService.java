package org.jointdiffusion.nodes.modelio;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the page of the node asks for while it is open; its public methods are called by their names. */
public final class ModelReaderService {

    private final Supplier<ModelReaderTables> m_tables;

    /** A service for tables that are looked up when they are asked for. */
    ModelReaderService(final Supplier<ModelReaderTables> tables) {
        m_tables = tables;
    }

    /**
     * Some samples of the model.
     *
     * @param from the first one, from 0
     * @param count the number of samples
     * @return a map a sample, with {@code image} (a PNG file)
     */
    public List<Map<String, Object>> details(final int from, final int count) {
        return m_tables.get().images(from, count);
    }
}
