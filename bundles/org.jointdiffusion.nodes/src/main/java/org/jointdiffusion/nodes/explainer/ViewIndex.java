package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingValue;

/**
 * The figures of all rows, without their images: what the view starts with, column by column to keep it small.
 *
 * <p>Classes are positions in the list of class names, -1 where there is none.
 */
final class ViewIndex {

    private static final double DIGITS = 1e5;

    /** The figures by the names that the page uses. */
    private static final Map<String, String> FIGURES = figures();

    private final ResultColumns m_columns;
    private final Set<String> m_classes = new LinkedHashSet<>();
    private final List<String> m_classList = new ArrayList<>();
    private final Map<String, List<Object>> m_values = new LinkedHashMap<>();

    private ViewIndex(final ViewTables tables) {
        m_columns = tables.columns();
        m_columns.find("Class before").ifPresent(column -> {
            final Set<DataCell> names =
                    m_columns.spec().getColumnSpec(column).getDomain().getValues();
            if (names != null) {
                names.forEach(name -> position(name.toString()));
            }
        });
        tables.forEach(0, tables.size(), this::add);
    }

    private static Map<String, String> figures() {
        final Map<String, String> figures = new LinkedHashMap<>();
        figures.put("beforeInOriginal", "P of class before in original");
        figures.put("beforeInCounterfactual", "P of class before in counterfactual");
        figures.put("desiredInOriginal", "P of desired class in original");
        figures.put("desiredInCounterfactual", "P of desired class in counterfactual");
        figures.put("confidence", "Confidence");
        figures.put("meanChange", "Mean change");
        figures.put("changedShare", "Pixels changed");
        figures.put("regions", "Regions");
        figures.put("cout", "COUT");
        figures.put("noiseLevel", "Noise level");
        figures.put("seconds", "Seconds");
        return figures;
    }

    /** The figures as the page gets them. */
    static Map<String, Object> of(final ViewTables tables) {
        final ViewIndex index = new ViewIndex(tables);
        final Map<String, Object> data = new LinkedHashMap<>();
        data.put("size", tables.size());
        data.put("total", tables.total());
        data.put("classes", index.m_classList);
        data.put("hasOracle", index.m_columns.find("Verdict").isPresent());
        data.put("rows", index.m_values);
        return data;
    }

    private void add(final DataRow row, final DataRow path) {
        put("key", row.getKey().getString());
        put("inputRow", PathColumns.inputRow(path));
        put("before", position(m_columns.text(row, "Class before")));
        put("desired", position(m_columns.text(row, "Desired class")));
        put("after", position(m_columns.text(row, "Class after")));
        put("badge", badge(row));
        put("oracle", position(m_columns.text(row, "Oracle class")));
        put("problem", m_columns.cell(row, "Class before") instanceof MissingValue missing ? missing.getError() : "");
        FIGURES.forEach((name, column) -> put(name, rounded(m_columns.number(row, column))));
    }

    private void put(final String name, final Object value) {
        m_values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
    }

    /** What the view says about a row: the oracle's verdict, or without an oracle whether the class was reached. */
    private String badge(final DataRow row) {
        final String verdict = m_columns.text(row, "Verdict").toLowerCase(Locale.ROOT);
        if (!verdict.isEmpty()) {
            return verdict;
        }
        if (m_columns.cell(row, "Class before").isMissing()) {
            return "unexplained";
        }
        return m_columns.isTrue(row, "Success") ? "valid" : "failed";
    }

    private int position(final String className) {
        if (className.isEmpty()) {
            return -1;
        }
        if (m_classes.add(className)) {
            m_classList.add(className);
        }
        return m_classList.indexOf(className);
    }

    private static Object rounded(final OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? (Object) (Math.rint(number.getAsDouble() * DIGITS) / DIGITS)
                : null;
    }
}
