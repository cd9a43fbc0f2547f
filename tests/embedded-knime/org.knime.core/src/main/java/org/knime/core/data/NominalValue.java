package org.knime.core.data;

/** Marks values of which a column keeps the list of possible values. */
public interface NominalValue extends DataValue {}
