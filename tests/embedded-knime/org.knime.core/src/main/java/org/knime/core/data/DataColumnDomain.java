package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What is known about the values of a column: the possible values, the bounds, or nothing. */
public final class DataColumnDomain {
    private final Set<DataCell> m_values;
    private final DataCell m_lower;
    private final DataCell m_upper;

    DataColumnDomain(final Set<DataCell> values, final DataCell lower, final DataCell upper) {
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
        m_lower = lower;
        m_upper = upper;
    }

    /** Returns the possible values in the order in which they were met, or {@code null} when they are not known. */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /** Tells whether the possible values are known. */
    public boolean hasValues() {
        return m_values != null;
    }

    /** Returns the smallest value, or {@code null} when it is not known. */
    public DataCell getLowerBound() {
        return m_lower;
    }

    /** Returns the greatest value, or {@code null} when it is not known. */
    public DataCell getUpperBound() {
        return m_upper;
    }

    /** Tells whether the smallest value is known. */
    public boolean hasLowerBound() {
        return m_lower != null;
    }

    /** Tells whether the greatest value is known. */
    public boolean hasUpperBound() {
        return m_upper != null;
    }

    /** Tells whether both bounds are known. */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnDomain domain
                && Objects.equals(domain.m_values, m_values)
                && Objects.equals(domain.m_lower, m_lower)
                && Objects.equals(domain.m_upper, m_upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_values, m_lower, m_upper);
    }

    @Override
    public String toString() {
        return "lower=" + m_lower + ",upper=" + m_upper + ",values=" + m_values;
    }
}
