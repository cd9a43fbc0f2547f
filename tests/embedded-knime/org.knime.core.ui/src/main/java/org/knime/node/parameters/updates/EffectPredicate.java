package org.knime.node.parameters.updates;

/** A condition on the parameters of a dialog; KNIME's method for its visitors is left out. */
public interface EffectPredicate {

    default EffectPredicate and(final EffectPredicate other) {
        return Condition.of(() -> Condition.holds(this) && Condition.holds(other));
    }

    default EffectPredicate or(final EffectPredicate other) {
        return Condition.of(() -> Condition.holds(this) || Condition.holds(other));
    }

    default EffectPredicate negate() {
        return Condition.of(() -> !Condition.holds(this));
    }
}
