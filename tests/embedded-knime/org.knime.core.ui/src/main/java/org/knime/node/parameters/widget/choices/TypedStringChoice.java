package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A text with a type to choose, such as a column: what is stored, what is shown, of which type it is. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final String type = colSpec.getType().getName();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), new PossibleTypeValue(type, type));
    }

    /** A type: its identifier and what is shown. */
    public record PossibleTypeValue(String id, String text) {}
}
