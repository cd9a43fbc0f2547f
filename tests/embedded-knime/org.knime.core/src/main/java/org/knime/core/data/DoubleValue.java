package org.knime.core.data;

/** A 64 bit floating point number. */
public interface DoubleValue extends DataValue {
    /** Returns the number. */
    double getDoubleValue();
}
