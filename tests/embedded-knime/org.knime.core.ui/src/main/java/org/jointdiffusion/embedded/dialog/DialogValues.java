package org.jointdiffusion.embedded.dialog;

import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.embedded.settings.Instances;
import org.jointdiffusion.embedded.settings.ParameterField;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueReference;

/** The current values of a dialog, and the states that are computed from them. */
record DialogValues(Object parameters, NodeParametersInput input) implements StateProviderInitializer {

    /** Computes what a provider provides for the current values. */
    <S> S compute(final Class<? extends StateProvider<S>> providerClass) {
        final StateProvider<S> provider = Instances.create(providerClass);
        provider.init(this);
        return provider.computeState(input);
    }

    /** Returns whether a parameter has the reference. */
    boolean has(final Class<?> reference) {
        return find(parameters, reference).isPresent();
    }

    /** Returns the value of the parameter that has the reference. */
    @SuppressWarnings("unchecked")
    <T> T value(final Class<?> reference) {
        final Found found = find(parameters, reference)
                .orElseThrow(() -> new IllegalStateException("No parameter of "
                        + parameters.getClass().getName() + " has the value reference " + reference.getName() + "."));
        return (T) found.field().get(found.owner());
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return input;
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return getValueSupplier(ref);
    }

    @Override
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return () -> value(ref);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
        return () -> compute(stateProviderClass);
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
        value(id); // nothing is computed ahead, but the reference must exist
    }

    @Override
    public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
        // the host's dialogs have no buttons
    }

    @Override
    public void computeBeforeOpenDialog() {
        // states are computed whenever they are asked for
    }

    @Override
    public void computeAfterOpenDialog() {
        // states are computed whenever they are asked for
    }

    private static Optional<Found> find(final Object owner, final Class<?> reference) {
        for (final ParameterField field : ParameterField.of(owner.getClass())) {
            final Optional<ValueReference> named = field.annotation(ValueReference.class);
            if (named.isPresent() && named.get().value() == reference) {
                return Optional.of(new Found(owner, field));
            }
            if (WidgetGroup.class.isAssignableFrom(field.type()) && field.get(owner) != null) {
                final Optional<Found> nested = find(field.get(owner), reference);
                if (nested.isPresent()) {
                    return nested;
                }
            }
        }
        return Optional.empty();
    }

    private record Found(Object owner, ParameterField field) {}
}
