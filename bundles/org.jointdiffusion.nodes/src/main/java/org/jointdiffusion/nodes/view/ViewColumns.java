package org.jointdiffusion.nodes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of values as a page gets them: shorter than a record for each row. */
public final class ViewColumns {

    private final Map<String, List<Object>> m_values = new LinkedHashMap<>();

    /** Appends a value to a column. */
    public void put(final String name, final Object value) {
        m_values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    /** The columns by their names. */
    public Map<String, List<Object>> values() {
        return m_values;
    }
}
