package org.jointdiffusion.nodes.table;

import java.util.Collection;
import org.jointdiffusion.nodes.port.TargetType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Builds the spec of an output table: existing columns, then new ones, each with a name that is not taken yet. */
public final class NewColumns {

    private DataTableSpec m_spec;

    /** Starts with the columns of another table. */
    public NewColumns(final DataTableSpec existing) {
        m_spec = existing;
    }

    /** Starts without any column. */
    public NewColumns() {
        this(new DataTableSpec());
    }

    /** Adds a column. */
    public NewColumns add(final String name, final DataType type) {
        return add(new DataColumnSpecCreator(free(name), type));
    }

    /** Adds a number column with the domain [0, 1]. */
    public NewColumns addShare(final String name) {
        return addNumber(name, 1);
    }

    /** Adds a number column with the domain [0, 100]. */
    public NewColumns addPercentile(final String name) {
        return addNumber(name, 100);
    }

    private NewColumns addNumber(final String name, final double largest) {
        final var column = new DataColumnSpecCreator(free(name), DoubleCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(largest)).createDomain());
        return add(column);
    }

    /** Adds a column of classes, in the target's own cell type and with the classes as its domain. */
    public NewColumns addClass(final String name, final TargetType type, final Collection<String> classNames) {
        final var column = new DataColumnSpecCreator(free(name), type.dataType());
        final DataCell[] values = classNames.stream().map(type::cell).toArray(DataCell[]::new);
        column.setDomain(new DataColumnDomainCreator(values).createDomain());
        return add(column);
    }

    /** Adds a column of strings that takes only the given values. */
    public NewColumns addStrings(final String name, final Collection<String> values) {
        return addClass(name, TargetType.STRING, values);
    }

    private NewColumns add(final DataColumnSpecCreator column) {
        m_spec =
                new DataTableSpecCreator(m_spec).addColumns(column.createSpec()).createSpec();
        return this;
    }

    private String free(final String name) {
        return DataTableSpec.getUniqueColumnName(m_spec, name);
    }

    /** The spec with everything added so far. */
    public DataTableSpec spec() {
        return m_spec;
    }
}
