package org.knime.core.data;

/** Marks values of which a column keeps the lower and upper bound. */
public interface BoundedValue extends DataValue {}
