package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Builds the domain of a column; missing cells count as "not known". */
public class DataColumnDomainCreator {
    private Set<DataCell> m_values;
    private DataCell m_lower;
    private DataCell m_upper;

    /** Starts with a domain of which nothing is known. */
    public DataColumnDomainCreator() {}

    /** Starts with a copy of a domain. */
    public DataColumnDomainCreator(final DataColumnDomain domain) {
        setValues(domain.getValues());
        setLowerBound(domain.getLowerBound());
        setUpperBound(domain.getUpperBound());
    }

    /** Starts with possible values. */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        setValues(values);
    }

    /** Starts with possible values. */
    public DataColumnDomainCreator(final DataCell... values) {
        setValues(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)));
    }

    /** Starts with bounds. */
    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        setLowerBound(lower);
        setUpperBound(upper);
    }

    /** Sets the possible values; {@code null}: not known. */
    public void setValues(final Set<? extends DataCell> values) {
        m_values = values == null ? null : new LinkedHashSet<>(values);
    }

    /** Sets the smallest value; {@code null}: not known. */
    public void setLowerBound(final DataCell lower) {
        m_lower = lower == null || lower.isMissing() ? null : lower;
    }

    /** Sets the greatest value; {@code null}: not known. */
    public void setUpperBound(final DataCell upper) {
        m_upper = upper == null || upper.isMissing() ? null : upper;
    }

    /** Returns the domain. */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_values, m_lower, m_upper);
    }
}
