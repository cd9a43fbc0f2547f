package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that keeps its cells in memory. */
public class DefaultRow implements DataRow {
    private final RowKey m_key;
    private final List<DataCell> m_cells;

    /** Creates a row; neither the key nor a cell may be {@code null}. */
    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        m_key = Objects.requireNonNull(key, "A row needs a key.");
        m_cells = List.copyOf(cells);
    }

    /** Creates a row. */
    public DefaultRow(final RowKey key, final DataCell... cells) {
        this(key, Arrays.asList(cells));
    }

    /** Creates a row. */
    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    /** Creates a row. */
    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    /** Creates a row of numbers. */
    public DefaultRow(final String key, final double... cells) {
        this(new RowKey(key), DoubleStream.of(cells).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /** Creates a row of texts. */
    public DefaultRow(final String key, final String... cells) {
        this(new RowKey(key), Arrays.stream(cells).map(StringCell::new).toArray(DataCell[]::new));
    }

    /** Creates a row with the cells of another one and a new key. */
    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    @Override
    public final int getNumCells() {
        return m_cells.size();
    }

    @Override
    public final RowKey getKey() {
        return m_key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_cells.iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DefaultRow row && row.m_key.equals(m_key) && row.m_cells.equals(m_cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_key, m_cells);
    }

    @Override
    public String toString() {
        return m_key + ": " + m_cells;
    }
}
