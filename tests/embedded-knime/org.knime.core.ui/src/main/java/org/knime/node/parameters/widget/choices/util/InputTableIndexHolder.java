package org.knime.node.parameters.widget.choices.util;

/** Says at which input port a provider looks, counted from 0. */
public interface InputTableIndexHolder {

    /** Returns 0 unless overridden, also when port 0 is not a table. */
    default int getInputTableIndex() {
        return 0;
    }
}
