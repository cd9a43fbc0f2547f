package org.knime.core.data;

/** A 64 bit integer. */
public interface LongValue extends DataValue {
    /** Returns the number. */
    long getLongValue();
}
