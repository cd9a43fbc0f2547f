package org.knime.core.data;

/** A text. */
public interface StringValue extends DataValue {
    /** Returns the text, never {@code null}. */
    String getStringValue();
}
