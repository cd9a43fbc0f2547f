package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.streamable.StreamableFunction;

/** Describes a table that is made from another one, row by row: columns removed, moved, replaced and added. */
public class ColumnRearranger {
    /** A column of the result: the input's column with the index, or that of the cells of a factory. */
    private record Column(DataColumnSpec spec, CellFactory factory, int index) {}

    private final List<Column> m_columns = new ArrayList<>();
    private final String m_name;

    /** Starts with all columns of the input. */
    public ColumnRearranger(final DataTableSpec input) {
        m_name = input.getName();
        for (int i = 0; i < input.getNumColumns(); i++) {
            m_columns.add(new Column(input.getColumnSpec(i), null, i));
        }
    }

    /** Adds the columns of the factory at the end. */
    public final void append(final CellFactory factory) {
        insertAt(m_columns.size(), factory);
    }

    /** Adds the columns of the factory before the column with the given index. */
    public final void insertAt(final int position, final CellFactory factory) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            m_columns.add(position + i, new Column(specs[i], factory, i));
        }
    }

    /** Replaces a column by those of the factory. */
    public final void replace(final CellFactory factory, final String name) {
        final int index = existing(name);
        m_columns.remove(index);
        insertAt(index, factory);
    }

    /** Removes the named columns. */
    public final void remove(final String... names) {
        for (final String name : names) {
            m_columns.remove(existing(name));
        }
    }

    /** Removes all but the named columns. */
    public final void keepOnly(final String... names) {
        final List<String> kept = Arrays.asList(names);
        kept.forEach(this::existing);
        m_columns.removeIf(column -> !kept.contains(column.spec().getName()));
    }

    /** Returns the index of the named column, or -1. */
    public final int indexOf(final String name) {
        return IntStream.range(0, m_columns.size())
                .filter(i -> m_columns.get(i).spec().getName().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Returns the number of columns. */
    public final int getColumnCount() {
        return m_columns.size();
    }

    private int existing(final String name) {
        final int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column \"" + name + "\" to rearrange.");
        }
        return index;
    }

    /** Returns the columns of the result. */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
    }

    /** Returns the function that makes a row of the result; each factory is asked once a row. */
    public final StreamableFunction createStreamableFunction() {
        final List<Column> columns = List.copyOf(m_columns);
        return new StreamableFunction() {
            private long m_index;

            @Override
            public DataRow compute(final DataRow input) {
                final Map<CellFactory, DataCell[]> computed = new HashMap<>();
                final long index = m_index++;
                final DataCell[] cells = new DataCell[columns.size()];
                for (int i = 0; i < cells.length; i++) {
                    final Column column = columns.get(i);
                    cells[i] = column.factory() == null
                            ? input.getCell(column.index())
                            : computed.computeIfAbsent(column.factory(), factory -> factory.getCells(input, index))[
                                    column.index()];
                }
                return new DefaultRow(input.getKey(), cells);
            }

            @Override
            public void finish() {
                columns.stream().map(Column::factory).distinct().forEach(factory -> {
                    if (factory instanceof AbstractCellFactory withEnd) {
                        withEnd.afterProcessing();
                    }
                });
            }
        };
    }
}
