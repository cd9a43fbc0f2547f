package org.jointdiffusion.nodes.explainer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Toward which classes the image of a row is changed. */
final class DesiredClasses {

    /**
     * The desired classes of one row.
     *
     * @param classes their numbers; an empty one stands for the second best
     * @param problem a sentence that says why there are none, empty if there are
     */
    record Choice(List<OptionalInt> classes, String problem) {}

    private final DesiredClassRule m_rule;
    private final List<String> m_names;
    private final OptionalInt m_fixed;
    private final Optional<ClassColumn> m_column;

    private DesiredClasses(
            final DesiredClassRule rule,
            final List<String> names,
            final OptionalInt fixed,
            final Optional<ClassColumn> column) {
        m_rule = rule;
        m_names = names;
        m_fixed = fixed;
        m_column = column;
    }

    /** Checks the settings as far as they do not depend on the model. */
    static void check(final DataTableSpec spec, final ExplainerParameters parameters) throws InvalidSettingsException {
        if (parameters.m_desiredClassRule == DesiredClassRule.COLUMN) {
            ClassColumn.find(spec, parameters.m_desiredClassColumn, "column with the desired class");
        }
        if (parameters.m_desiredClassRule == DesiredClassRule.FIXED
                && (parameters.m_desiredClass == null || parameters.m_desiredClass.isEmpty())) {
            throw new InvalidSettingsException("No desired class is chosen. Open the dialog and choose one.");
        }
    }

    /**
     * The classes that the settings ask for.
     *
     * @throws InvalidSettingsException when the column is missing or no class is chosen
     * @throws KNIMEException when the model does not know the chosen class
     */
    static DesiredClasses of(final DataTableSpec spec, final ExplainerParameters parameters, final List<String> names)
            throws InvalidSettingsException, KNIMEException {
        check(spec, parameters);
        final DesiredClassRule rule = parameters.m_desiredClassRule;
        final boolean isFixed = rule == DesiredClassRule.FIXED;
        final int fixed = isFixed ? names.indexOf(parameters.m_desiredClass) : 0;
        if (fixed < 0) {
            throw new KNIMEException("The model does not know the desired class \"" + parameters.m_desiredClass
                    + "\", only " + names + ". Open the dialog and choose one of these.");
        }
        return new DesiredClasses(
                rule,
                names,
                isFixed ? OptionalInt.of(fixed) : OptionalInt.empty(),
                rule == DesiredClassRule.COLUMN
                        ? Optional.of(ClassColumn.find(
                                spec, parameters.m_desiredClassColumn, "column with the desired class"))
                        : Optional.empty());
    }

    /** The classes for one row, whose image the model takes for {@code predicted}. */
    Choice of(final DataRow row, final int predicted) {
        return switch (m_rule) {
            case SECOND_BEST -> new Choice(List.of(OptionalInt.empty()), "");
            case FIXED -> one(m_fixed.getAsInt(), predicted);
            case COLUMN ->
                m_column.orElseThrow()
                        .read(row)
                        .map(name -> m_names.contains(name)
                                ? one(m_names.indexOf(name), predicted)
                                : none("The model does not know the desired class \"" + name + "\"."))
                        .orElseGet(() -> none("The desired class is missing."));
            case EVERY_OTHER ->
                new Choice(
                        IntStream.range(0, m_names.size())
                                .filter(number -> number != predicted)
                                .mapToObj(OptionalInt::of)
                                .toList(),
                        "");
        };
    }

    private Choice one(final int desired, final int predicted) {
        return desired == predicted
                ? none("The model already takes the image for \"" + m_names.get(desired) + "\".")
                : new Choice(List.of(OptionalInt.of(desired)), "");
    }

    private static Choice none(final String problem) {
        return new Choice(List.of(), problem);
    }
}
