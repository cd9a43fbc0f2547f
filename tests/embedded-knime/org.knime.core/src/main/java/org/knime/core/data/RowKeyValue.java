package org.knime.core.data;

/** The identifier of a row. */
public interface RowKeyValue {
    /** Returns the identifier, never {@code null}. */
    String getString();
}
