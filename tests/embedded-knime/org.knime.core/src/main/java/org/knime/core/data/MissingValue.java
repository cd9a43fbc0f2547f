package org.knime.core.data;

/** The value of a missing cell. */
public interface MissingValue extends DataValue {
    /** Returns why the value is missing, or {@code null} when nobody said. */
    String getError();
}
