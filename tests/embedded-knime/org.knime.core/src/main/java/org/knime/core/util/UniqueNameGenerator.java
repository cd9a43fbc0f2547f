package org.knime.core.util;

import java.util.HashSet;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Makes names that were not there before, by adding " (#1)", " (#2)" and so on. */
public final class UniqueNameGenerator {
    private final Set<String> m_names;

    /** Starts with the given names; {@code null}: none. */
    public UniqueNameGenerator(final Set<String> names) {
        m_names = names == null ? new HashSet<>() : new HashSet<>(names);
    }

    /** Starts with the column names of a table. */
    public UniqueNameGenerator(final DataTableSpec spec) {
        this(Set.of(spec.getColumnNames()));
    }

    /** Returns the suggested name, or one like it. */
    public String newName(final String suggested) {
        String name = suggested.trim();
        for (int i = 1; !m_names.add(name); i++) {
            name = suggested.trim() + " (#" + i + ")";
        }
        return name;
    }

    /** Returns a column with the suggested name, or one like it. */
    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type).createSpec();
    }
}
