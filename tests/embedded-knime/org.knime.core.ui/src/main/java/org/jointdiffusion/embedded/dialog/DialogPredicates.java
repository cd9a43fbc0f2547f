package org.jointdiffusion.embedded.dialog;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jointdiffusion.embedded.settings.Instances;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Builds conditions that look at the current values of a dialog. */
record DialogPredicates(DialogValues values) implements PredicateInitializer {

    /** Returns whether the condition of an effect holds. */
    boolean holds(final Class<? extends EffectPredicateProvider> provider) {
        return ((DialogCondition) getPredicate(provider)).holds();
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        return new StringReference() {
            @Override
            public EffectPredicate isEqualTo(final String value) {
                return condition(() -> Objects.equals(values.value(reference), value));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return condition(() -> values.<String>value(reference) != null
                        && values.<String>value(reference).matches(pattern));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        return new BooleanReference() {
            @Override
            public EffectPredicate isTrue() {
                return condition(() -> values.<Boolean>value(reference));
            }

            @Override
            public EffectPredicate isFalse() {
                return condition(() -> !values.<Boolean>value(reference));
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        return new EnumReference<>() {
            @SafeVarargs
            @Override
            public final EffectPredicate isOneOf(final E... options) {
                return condition(() -> Arrays.asList(options).contains(values.<E>value(reference)));
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !values.has(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return condition(() -> predicate.test(values.input()));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Instances.create(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }

    private static EffectPredicate condition(final BooleanSupplier value) {
        return new ValueCondition(value);
    }

    private record ValueCondition(BooleanSupplier value) implements EffectPredicate, DialogCondition {

        @Override
        public boolean holds() {
            return value.getAsBoolean();
        }
    }
}
