package org.jointdiffusion.embedded.dialog;

import java.util.Locale;
import org.knime.node.parameters.widget.choices.Label;

/** Finds the texts under which the constants of a choice are shown. */
public final class Labels {

    private Labels() {}

    /** Returns the constant's label, or its name in lower case with a capital first letter and spaces. */
    public static String of(final Enum<?> constant) {
        final Label label = labelOf(constant);
        if (label != null) {
            return label.value();
        }
        final String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns the description of the constant's label, empty if it has none. */
    public static String descriptionOf(final Enum<?> constant) {
        final Label label = labelOf(constant);
        return label == null ? "" : label.description();
    }

    private static Label labelOf(final Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
        } catch (NoSuchFieldException exception) {
            throw new IllegalStateException("The constant " + constant + " has no field.", exception);
        }
    }
}
