package org.knime.node.parameters.updates;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Shows, hides, enables or disables a parameter depending on others. */
@Retention(RUNTIME)
public @interface Effect {

    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens while the predicate holds; the opposite happens while it does not. */
    enum EffectType {
        ENABLE,
        DISABLE,
        SHOW,
        HIDE
    }
}
