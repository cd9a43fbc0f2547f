package org.jointdiffusion.embedded.dialog;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jointdiffusion.embedded.settings.ParameterField;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What KNIME demands of a class of settings beyond the compiler; its dialog does not open where a rule is broken. */
public final class ParametersRules {

    private final Set<Class<?>> parts = new LinkedHashSet<>();
    private final List<String> descriptions = new ArrayList<>();

    private ParametersRules() {}

    /**
     * Checks a class of settings.
     *
     * @return the descriptions of all parameters and of the choices they offer
     * @throws IllegalStateException if a rule is broken; the message names the field or section
     */
    public static List<String> check(final Class<?> parametersClass) {
        final ParametersRules rules = new ParametersRules();
        rules.checkGroup(parametersClass, null);
        LayoutRules.check(rules.parts);
        return rules.descriptions;
    }

    private void checkGroup(final Class<?> group, final Class<?> groupPart) {
        for (final ParameterField field : ParameterField.of(group)) {
            checkAnnotations(field);
            final Class<?> part = LayoutRules.partOf(field, group, groupPart);
            if (part != null) {
                parts.add(part);
            }
            field.annotation(Widget.class).ifPresent(widget -> addDescriptions(widget, field.type()));
            if (WidgetGroup.class.isAssignableFrom(field.type())) {
                checkGroup(field.type(), part);
            }
            // the elements of an array have a layout of their own
            field.groupElement().ifPresent(element -> checkGroup(element, null));
        }
    }

    private void addDescriptions(final Widget widget, final Class<?> type) {
        descriptions.add(widget.description());
        if (type.isEnum()) {
            for (final Object constant : type.getEnumConstants()) {
                descriptions.add(Labels.descriptionOf((Enum<?>) constant));
            }
        }
    }

    private static void checkAnnotations(final ParameterField field) {
        checkType(field, ValueSwitchWidget.class, Class::isEnum);
        checkType(field, RadioButtonsWidget.class, Class::isEnum);
        checkType(field, TextInputWidget.class, type -> type == String.class || type == char.class);
        checkType(field, TextAreaWidget.class, type -> type == String.class);
        checkType(field, TwinlistWidget.class, type -> type == String[].class);
        checkType(field, TextMessage.class, type -> type == Void.class);
        final boolean hasEnumChoices = field.annotation(ChoicesProvider.class)
                .map(provider -> EnumChoicesProvider.class.isAssignableFrom(provider.value()))
                .orElse(true);
        if (field.type().isEnum() && !hasEnumChoices) {
            throw new IllegalStateException(field.field() + " needs a provider of its own constants.");
        }
        final boolean hasDefault = field.type() == String.class || Number.class.isAssignableFrom(field.type());
        if (field.optional()
                && !hasDefault
                && field.annotation(Widget.class).isPresent()
                && field.annotation(OptionalWidget.class).isEmpty()) {
            throw new IllegalStateException(field.field() + " needs an @OptionalWidget, which says its value when the"
                    + " user switches it on.");
        }
    }

    private static void checkType(
            final ParameterField field, final Class<? extends Annotation> annotation, final Predicate<Class<?>> fits) {
        if (field.annotation(annotation).isPresent() && !fits.test(field.type())) {
            throw new IllegalStateException(
                    "@" + annotation.getSimpleName() + " does not fit the type of " + field.field() + ".");
        }
    }
}
