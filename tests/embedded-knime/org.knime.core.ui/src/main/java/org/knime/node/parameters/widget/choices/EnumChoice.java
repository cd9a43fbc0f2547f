package org.knime.node.parameters.widget.choices;

import org.jointdiffusion.embedded.dialog.Labels;

/**
 * A constant to choose: what is stored and what is shown.
 *
 * @param <E> the type of the choice
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, Labels.of(enumConst));
    }
}
