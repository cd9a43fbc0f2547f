package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Computes the domain of one column while rows arrive: possible values of nominal columns, bounds of bounded ones. */
final class ColumnDomainUpdate {
    private final DataColumnSpec m_column;
    private final DataValueComparator m_comparator;
    private final boolean m_nominal;
    private final boolean m_bounded;
    /** Becomes {@code null} when there are too many values to list. */
    private Set<DataCell> m_values;

    private DataCell m_lower;
    private DataCell m_upper;

    ColumnDomainUpdate(final DataColumnSpec column, final boolean initialize) {
        m_column = column;
        m_nominal = column.getType().isCompatible(NominalValue.class);
        m_bounded = column.getType().isCompatible(BoundedValue.class);
        m_comparator = column.getType().getComparator();
        m_values = new LinkedHashSet<>();
        if (initialize) {
            m_lower = column.getDomain().getLowerBound();
            m_upper = column.getDomain().getUpperBound();
            if (column.getDomain().hasValues()) {
                m_values.addAll(column.getDomain().getValues());
            }
        }
    }

    void update(final DataCell cell, final int maximumValues) {
        if (cell.isMissing()) {
            return;
        }
        if (m_nominal && m_values != null && m_values.add(cell) && m_values.size() > maximumValues) {
            m_values = null;
        }
        final boolean number = !(cell instanceof DoubleValue value) || !Double.isNaN(value.getDoubleValue());
        if (m_bounded && number) {
            m_lower = m_lower == null || m_comparator.compare(cell, m_lower) < 0 ? cell : m_lower;
            m_upper = m_upper == null || m_comparator.compare(cell, m_upper) > 0 ? cell : m_upper;
        }
    }

    /** Returns the column with the computed domain; what the rows do not tell stays as it was. */
    DataColumnSpec createSpec() {
        final DataColumnDomainCreator domain = new DataColumnDomainCreator(m_column.getDomain());
        if (m_nominal) {
            domain.setValues(m_values);
        }
        if (m_bounded) {
            domain.setLowerBound(m_lower);
            domain.setUpperBound(m_upper);
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(m_column);
        creator.setDomain(domain.createDomain());
        return creator.createSpec();
    }
}
