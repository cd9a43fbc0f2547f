package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/** The settings of a node and, through the annotations of its fields, their dialog. */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks what no annotation can express; called when settings are loaded, and when guessed ones are first used.
     *
     * @throws InvalidSettingsException if the node cannot run with these settings
     */
    default void validate() throws InvalidSettingsException {
        // nothing to check unless a node says so
    }
}
