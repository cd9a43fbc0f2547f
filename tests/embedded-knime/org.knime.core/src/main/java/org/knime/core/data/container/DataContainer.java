package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.util.DuplicateKeyException;

/** Collects rows and makes an immutable table of them; everything stays in memory. */
public class DataContainer implements RowAppender {
    /** The number of possible values that a column keeps at most: 60. */
    public static final int MAX_POSSIBLE_VALUES = DataContainerSettings.MAX_POSSIBLE_VALUES;

    private final DataTableSpec m_spec;
    private final DataContainerSettings m_settings;
    private final List<DataRow> m_rows = new ArrayList<>();
    private final Set<String> m_keys = new HashSet<>();
    private final List<ColumnDomainUpdate> m_domains;
    private int m_maximumValues;
    private DataTable m_table;

    /** Creates a container that computes the domains from the rows alone. */
    public DataContainer(final DataTableSpec spec) {
        this(spec, DataContainerSettings.getDefault());
    }

    /** Creates a container; {@code initializeDomain}: the domains start with those of the specification. */
    public DataContainer(final DataTableSpec spec, final boolean initializeDomain) {
        this(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initializeDomain)
                        .build());
    }

    /** Creates a container with the given settings. */
    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        m_spec = Objects.requireNonNull(spec, "A data container needs a table specification.");
        m_settings = settings;
        m_maximumValues = settings.getMaxDomainValues();
        m_domains = spec.stream()
                .map(column -> new ColumnDomainUpdate(column, settings.isInitializeDomain()))
                .toList();
    }

    /** Sets the number of possible values above which a column forgets them. */
    public void setMaxPossibleValues(final int maximum) {
        if (maximum < 0) {
            throw new IllegalArgumentException("The number of possible values must not be negative: " + maximum);
        }
        m_maximumValues = maximum;
    }

    /**
     * Adds a row: {@link IllegalStateException} when the container is closed, {@link IllegalArgumentException} when the
     * row does not fit the specification, {@link DuplicateKeyException} when its key was there before.
     */
    @Override
    public void addRowToTable(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row: the container is closed.");
        }
        checkFits(Objects.requireNonNull(row, "Cannot add row: it is null."));
        if (m_settings.isCheckDuplicateRowKeys() && !m_keys.add(row.getKey().getString())) {
            throw new DuplicateKeyException(
                    "Encountered duplicate row ID \"" + row.getKey() + "\"",
                    row.getKey().getString());
        }
        if (m_settings.isEnableDomainUpdate()) {
            for (int i = 0; i < row.getNumCells(); i++) {
                m_domains.get(i).update(row.getCell(i), m_maximumValues);
            }
        }
        m_rows.add(row instanceof DefaultRow ? row : new DefaultRow(row.getKey(), row));
    }

    private void checkFits(final DataRow row) {
        if (row.getNumCells() != m_spec.getNumColumns()) {
            throw new IllegalArgumentException("The row \"" + row.getKey() + "\" has " + row.getNumCells()
                    + " cells, but the table has " + m_spec.getNumColumns() + " columns.");
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            final DataColumnSpec column = m_spec.getColumnSpec(i);
            final DataCell cell = Objects.requireNonNull(row.getCell(i), "A row has a null cell.");
            final DataType type = cell.getType();
            if (!column.getType().isASuperTypeOf(type)) {
                throw new IllegalArgumentException("The cell of type \"" + type + "\" in row \"" + row.getKey()
                        + "\" does not comply with the type \"" + column.getType() + "\" of the column \""
                        + column.getName() + "\".");
            }
        }
    }

    /** Ends the adding of rows; a second call does nothing. */
    public void close() {
        if (isOpen()) {
            final DataTableSpec spec = m_settings.isEnableDomainUpdate()
                    ? new DataTableSpec(
                            m_spec.getName(),
                            m_domains.stream()
                                    .map(ColumnDomainUpdate::createSpec)
                                    .toArray(DataColumnSpec[]::new))
                    : m_spec;
            m_table = new MemoryTable(spec, List.copyOf(m_rows));
            m_rows.clear();
            m_keys.clear();
        }
    }

    /** Returns the table, or an {@link IllegalStateException} when the container was not closed. */
    public DataTable getTable() {
        if (isOpen()) {
            throw new IllegalStateException("Cannot get table: the container is not closed.");
        }
        return m_table;
    }

    /** Returns the specification; once the container is closed, with the domains. */
    public DataTableSpec getTableSpec() {
        return isOpen() ? m_spec : m_table.getDataTableSpec();
    }

    /** Tells whether rows can be added. */
    public boolean isOpen() {
        return m_table == null;
    }

    /** Tells whether the table is complete. */
    public boolean isClosed() {
        return !isOpen();
    }

    /** Returns the number of rows. */
    public long size() {
        return isOpen() ? m_rows.size() : ((MemoryTable) m_table).rows().size();
    }
}
