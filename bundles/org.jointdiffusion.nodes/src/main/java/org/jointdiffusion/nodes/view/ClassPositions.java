package org.jointdiffusion.nodes.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;

/** The class names of a view, which its rows mention by their positions. */
public final class ClassPositions {

    private final List<String> m_names = new ArrayList<>();
    private final Map<String, Integer> m_positions = new HashMap<>();

    /** Begins with the classes that a column may hold, in their order. */
    public ClassPositions(final DataColumnSpec column) {
        final Set<DataCell> values = column.getDomain().getValues();
        if (values != null) {
            values.forEach(value -> of(value.toString()));
        }
    }

    /** Begins without classes. */
    public ClassPositions() {
        // of adds them
    }

    /** The position of a class, which is appended when it is new; -1 for an empty name. */
    public int of(final String name) {
        if (name.isEmpty()) {
            return -1;
        }
        return m_positions.computeIfAbsent(name, missing -> {
            m_names.add(missing);
            return m_names.size() - 1;
        });
    }

    /** The names by position. */
    public List<String> names() {
        return m_names;
    }
}
