package org.jointdiffusion.nodes.explainer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jointdiffusion.nodes.view.ClassPositions;
import org.jointdiffusion.nodes.view.ViewColumns;
import org.jointdiffusion.nodes.view.ViewValues;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingValue;

/**
 * The figures of all rows, without their images: what the view starts with, column by column to keep it small.
 *
 * <p>Classes are positions in the list of class names, -1 where there is none.
 */
final class ViewIndex {

    /** The figures by the names that the page uses. */
    private static final Map<String, String> FIGURES = figures();

    private final ResultColumns m_columns;
    private final ClassPositions m_classes;
    private final ViewColumns m_rows = new ViewColumns();

    private ViewIndex(final ViewTables tables) {
        m_columns = tables.columns();
        m_classes = m_columns.find("Class before").stream()
                .mapToObj(column -> new ClassPositions(m_columns.spec().getColumnSpec(column)))
                .findFirst()
                .orElseGet(ClassPositions::new);
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
        data.put("classes", index.m_classes.names());
        data.put("hasOracle", index.m_columns.find("Verdict").isPresent());
        data.put("rows", index.m_rows.values());
        return data;
    }

    private void add(final DataRow row, final DataRow path) {
        m_rows.put("key", row.getKey().getString());
        m_rows.put("inputRow", PathColumns.inputRow(path));
        m_rows.put("before", m_classes.of(m_columns.text(row, "Class before")));
        m_rows.put("desired", m_classes.of(m_columns.text(row, "Desired class")));
        m_rows.put("after", m_classes.of(m_columns.text(row, "Class after")));
        m_rows.put("badge", badge(row));
        m_rows.put("oracle", m_classes.of(m_columns.text(row, "Oracle class")));
        m_rows.put(
                "problem",
                m_columns.cell(row, "Class before") instanceof MissingValue missing ? missing.getError() : "");
        FIGURES.forEach((name, column) -> m_rows.put(name, ViewValues.rounded(m_columns.number(row, column))));
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
}
