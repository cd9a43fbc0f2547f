package org.knime.core.data;

/** The root of all value interfaces that a {@link DataCell} may implement. */
public interface DataValue {}
