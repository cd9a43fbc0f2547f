package org.jointdiffusion.nodes.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointdiffusion.embedded.dialog.DialogParameter;
import org.jointdiffusion.embedded.dialog.Labels;
import org.jointdiffusion.embedded.dialog.ParametersDialog;
import org.jointdiffusion.embedded.settings.ParameterField;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.Section;

/** The options of a node as Markdown tables, a table for each section of its dialog. */
final class Options {

    /** A field, and the group of settings with its default. */
    private record Setting(ParameterField field, Object group) {

        Object defaultValue() {
            return field.get(group);
        }
    }

    private final Map<String, Setting> m_settings = new LinkedHashMap<>();
    private final List<DialogParameter> m_parameters;

    /** The options of a new node that is not connected, with so many input ports. */
    Options(final Class<? extends NodeParameters> type, final int inputs) {
        final PortInput input = PortInput.ofSpecs(new PortObjectSpec[inputs]);
        final NodeParameters defaults = ParametersPersistence.create(type, input);
        collect("", defaults);
        m_parameters = ParametersDialog.open(defaults, input).parameters();
    }

    private void collect(final String path, final Object group) {
        for (final ParameterField field : ParameterField.of(group.getClass())) {
            if (field.isGroup()) {
                collect(path + field.key() + "/", field.get(group));
            } else {
                m_settings.put(path + field.key(), new Setting(field, group));
            }
        }
    }

    String toMarkdown() {
        final List<String> tables = new ArrayList<>();
        for (final Class<?> section : sectionsInOrder()) {
            final String title = section.getAnnotation(Section.class).title();
            final String rows = m_parameters.stream()
                    .filter(parameter -> parameter.section().contains(title))
                    .map(this::row)
                    .collect(Collectors.joining("\n"));
            if (!rows.isEmpty()) {
                tables.add("| " + title + " | | default |\n| --- | --- | --- |\n" + rows);
            }
        }
        return String.join("\n\n", tables);
    }

    private static List<Class<?>> sectionsInOrder() {
        final List<Class<?>> sections = new ArrayList<>(List.of(DialogSections.Data.class));
        final Class<?>[] all = DialogSections.class.getDeclaredClasses();
        while (sections.size() < all.length) {
            final Class<?> last = sections.get(sections.size() - 1);
            sections.add(Arrays.stream(all)
                    .filter(section -> section.isAnnotationPresent(org.knime.node.parameters.layout.After.class)
                            && section.getAnnotation(org.knime.node.parameters.layout.After.class)
                                            .value()
                                    == last)
                    .findFirst()
                    .orElseThrow());
        }
        return sections;
    }

    private String row(final DialogParameter parameter) {
        final Setting setting = m_settings.get(parameter.key());
        return "| " + MarkdownText.cell(parameter.title()) + (parameter.advanced() ? " (advanced)" : "") + " | "
                + MarkdownText.cell(parameter.description()) + constants(setting.field()) + " | " + defaultOf(setting)
                + " |";
    }

    /** The constants of an enum with what they mean. */
    private static String constants(final ParameterField field) {
        if (!field.type().isEnum()) {
            return "";
        }
        return Arrays.stream(field.type().getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .map(constant -> "<br>*" + MarkdownText.cell(Labels.of(constant)) + "*"
                        + Optional.of(MarkdownText.cell(Labels.descriptionOf(constant)))
                                .filter(text -> !text.isEmpty())
                                .map(text -> ": " + text)
                                .orElse(""))
                .collect(Collectors.joining());
    }

    private static String defaultOf(final Setting setting) {
        final Object value = setting.defaultValue();
        if (value instanceof Optional<?> optional) {
            return optional.map(Options::text).orElse("not set");
        }
        return value == null ? "the first that fits" : text(value);
    }

    private static String text(final Object value) {
        if (value instanceof Enum<?> constant) {
            return MarkdownText.cell(Labels.of(constant));
        }
        if (value instanceof Boolean isOn) {
            return isOn ? "on" : "off";
        }
        if (value instanceof Number || value instanceof String text && !text.isBlank()) {
            return MarkdownText.cell(value.toString().replaceAll("\\.0$", ""));
        }
        return "empty";
    }
}
