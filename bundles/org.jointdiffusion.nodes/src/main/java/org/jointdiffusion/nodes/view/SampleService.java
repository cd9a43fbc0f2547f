package org.jointdiffusion.nodes.view;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a page with drawn images asks for while it is open; its public methods are called by their names. */
public final class SampleService {

    private final Supplier<ViewTable> m_table;

    /** A service for a table with the column Image, which is looked up when it is asked for. */
    public SampleService(final Supplier<ViewTable> table) {
        m_table = table;
    }

    /**
     * The images of some rows.
     *
     * @param from the first row, from 0
     * @param count the number of rows
     * @return a map a row, with {@code image} (a PNG file) unless it is missing
     */
    public List<Map<String, Object>> details(final int from, final int count) {
        return m_table.get().images("Image", from, count);
    }
}
