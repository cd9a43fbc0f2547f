package org.knime.core.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table, immutable. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
    private final String m_name;
    private final List<DataColumnSpec> m_columns;
    private final Map<String, Integer> m_indices = new LinkedHashMap<>();

    /** Creates a table without columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    /** Creates a table with the given columns; a name that occurs twice is an {@link IllegalArgumentException}. */
    public DataTableSpec(final DataColumnSpec... columns) {
        this("default", columns);
    }

    /** Creates a table with a name. */
    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        m_name = name == null ? "default" : name;
        m_columns = List.of(columns);
        for (int i = 0; i < columns.length; i++) {
            if (m_indices.put(columns[i].getName(), i) != null) {
                throw new IllegalArgumentException(
                        "The column \"" + columns[i].getName() + "\" occurs twice in one table.");
            }
        }
    }

    /** Creates a table from names and types. */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(createColumnSpecs(names, types));
    }

    /** Creates a table with the columns of both; a name that occurs in both is an {@link IllegalArgumentException}. */
    public DataTableSpec(final DataTableSpec first, final DataTableSpec second) {
        this(Stream.concat(first.stream(), second.stream()).toArray(DataColumnSpec[]::new));
    }

    /** Returns columns of the given names and types. */
    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(names.length + " names and " + types.length + " types.");
        }
        return IntStream.range(0, names.length)
                .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec())
                .toArray(DataColumnSpec[]::new);
    }

    /** Returns the name, or the name with "(#1)", "(#2)" ... where a column has it already. */
    public static String getUniqueColumnName(final DataTableSpec spec, final String name) {
        String unique = name;
        for (int i = 1; spec.containsName(unique); i++) {
            unique = name + " (#" + i + ")";
        }
        return unique;
    }

    /** Returns the name of the table. */
    public String getName() {
        return m_name;
    }

    /** Returns the number of columns. */
    public int getNumColumns() {
        return m_columns.size();
    }

    /** Returns the column with the given index, from 0. */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns.get(index);
    }

    /** Returns the column with the given name, or {@code null}. */
    public DataColumnSpec getColumnSpec(final String name) {
        final int index = findColumnIndex(name);
        return index < 0 ? null : m_columns.get(index);
    }

    /** Returns the index of the column with the given name, or -1. */
    public int findColumnIndex(final String name) {
        return m_indices.getOrDefault(name, -1);
    }

    /** Tells whether there is a column with the given name. */
    public boolean containsName(final String name) {
        return m_indices.containsKey(name);
    }

    /** Tells whether there is a column of cells with the given interface. */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** Returns the names in order. */
    public final String[] getColumnNames() {
        return m_indices.keySet().toArray(String[]::new);
    }

    /** Returns the indices of the named columns, -1 where there is none. */
    public int[] columnsToIndices(final String... names) {
        return Arrays.stream(names).mapToInt(this::findColumnIndex).toArray();
    }

    /** Tells whether names and types of all columns are the same. */
    public boolean equalStructure(final DataTableSpec other) {
        return other != null
                && other.getNumColumns() == getNumColumns()
                && IntStream.range(0, getNumColumns())
                        .allMatch(i -> getColumnSpec(i).equalStructure(other.getColumnSpec(i)));
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return m_columns.iterator();
    }

    /** Returns the columns in order. */
    public Stream<DataColumnSpec> stream() {
        return m_columns.stream();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataTableSpec spec && spec.m_name.equals(m_name) && spec.m_columns.equals(m_columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_columns);
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=" + m_columns;
    }
}
