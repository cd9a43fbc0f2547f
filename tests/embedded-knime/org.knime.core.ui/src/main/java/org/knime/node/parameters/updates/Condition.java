package org.knime.node.parameters.updates;

import java.util.function.BooleanSupplier;
import org.jointdiffusion.embedded.dialog.DialogCondition;

/** The host's only kind of predicate: one that can be evaluated for the current values of a dialog. */
record Condition(BooleanSupplier value) implements EffectPredicate, DialogCondition {

    static EffectPredicate of(final BooleanSupplier value) {
        return new Condition(value);
    }

    static boolean holds(final EffectPredicate predicate) {
        return ((DialogCondition) predicate).holds();
    }

    @Override
    public boolean holds() {
        return value.getAsBoolean();
    }
}
