package org.jointdiffusion.embedded.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.settings.ParameterField;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.message.TextMessage;

/** The structure of a node's dialog for given settings and inputs, as tests can look at it. */
public final class ParametersDialog {

    private final List<DialogParameter> parameters = new ArrayList<>();
    private final List<TextMessage.Message> messages = new ArrayList<>();
    private final DialogValues values;
    private final DialogPredicates predicates;

    private ParametersDialog(final NodeParameters parameters, final NodeParametersInput input) {
        values = new DialogValues(parameters, input);
        predicates = new DialogPredicates(values);
    }

    /**
     * Returns the dialog that the user would see.
     *
     * @param parameters the current settings
     * @param input the specs and objects at the node's input ports
     */
    public static ParametersDialog open(final NodeParameters parameters, final NodeParametersInput input) {
        ParametersRules.check(parameters.getClass());
        final ParametersDialog dialog = new ParametersDialog(parameters, input);
        dialog.add(parameters, "", null);
        return dialog;
    }

    /** Returns the parameters that have a widget, in the order of their fields. */
    public List<DialogParameter> parameters() {
        return List.copyOf(parameters);
    }

    /** Returns the parameter with a key. */
    public DialogParameter parameter(final String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The dialog has no parameter \"" + key + "\"."));
    }

    /** Returns the messages that the dialog shows. */
    public List<TextMessage.Message> messages() {
        return List.copyOf(messages);
    }

    private void add(final Object group, final String path, final Class<?> groupPart) {
        for (final ParameterField field : ParameterField.of(group.getClass())) {
            final Class<?> part = LayoutRules.partOf(field, group.getClass(), groupPart);
            if (WidgetGroup.class.isAssignableFrom(field.type()) && field.get(group) != null) {
                add(field.get(group), path + field.key() + "/", part);
            }
            field.annotation(TextMessage.class)
                    .flatMap(message -> values.compute(message.value()))
                    .ifPresent(messages::add);
            field.annotation(Widget.class)
                    .ifPresent(widget -> parameters.add(parameter(field, widget, path, placesOf(part))));
        }
    }

    private DialogParameter parameter(
            final ParameterField field, final Widget widget, final String path, final List<Class<?>> layout) {
        final boolean advanced = widget.advanced()
                || field.annotation(Advanced.class).isPresent()
                || layout.stream().anyMatch(place -> place.isAnnotationPresent(Advanced.class));
        return new DialogParameter(
                path + field.key(),
                widget.title(),
                widget.description(),
                layout.stream()
                        .filter(place -> place.isAnnotationPresent(Section.class))
                        .map(place -> place.getAnnotation(Section.class).title())
                        .toList(),
                field.type(),
                field.optional(),
                advanced,
                allows(field, widget, EffectType.SHOW, EffectType.HIDE),
                allows(field, widget, EffectType.ENABLE, EffectType.DISABLE),
                choices(field));
    }

    private boolean allows(
            final ParameterField field, final Widget widget, final EffectType positive, final EffectType negative) {
        final Effect effect = field.annotation(Effect.class).orElse(widget.effect());
        if (effect.predicate() == EffectPredicateProvider.class) {
            return true; // the widget's default stands for no effect
        }
        return effect.type() != positive && effect.type() != negative
                || predicates.holds(effect.predicate()) == (effect.type() == positive);
    }

    @SuppressWarnings("unchecked")
    private Optional<List<DialogChoice>> choices(final ParameterField field) {
        final Optional<ChoicesProvider> provider = field.annotation(ChoicesProvider.class);
        if (provider.isPresent()) {
            final List<?> states = values.compute((Class<? extends StateProvider<List<?>>>)
                    (Class<?>) provider.get().value());
            return Optional.of(states.stream().map(ParametersDialog::choice).toList());
        }
        if (field.type().isEnum()) {
            return Optional.of(Arrays.stream(field.type().getEnumConstants())
                    .map(constant -> choice(new EnumChoice<>((Enum) constant, Labels.of((Enum<?>) constant))))
                    .toList());
        }
        return Optional.empty();
    }

    private static DialogChoice choice(final Object state) {
        if (state instanceof StringChoice choice) {
            return new DialogChoice(choice.id(), choice.text());
        }
        if (state instanceof TypedStringChoice choice) {
            return new DialogChoice(choice.id(), choice.text());
        }
        final EnumChoice<?> choice = (EnumChoice<?>) state;
        return new DialogChoice(choice.id().name(), choice.text());
    }

    /** Returns a section or group and those around it, the outermost first. */
    private static List<Class<?>> placesOf(final Class<?> part) {
        final LinkedList<Class<?>> places = new LinkedList<>();
        for (Class<?> place = part; place != null; place = place.getEnclosingClass()) {
            places.addFirst(place);
        }
        return places;
    }
}
