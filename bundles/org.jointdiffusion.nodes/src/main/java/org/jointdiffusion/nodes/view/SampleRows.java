package org.jointdiffusion.nodes.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/**
 * A table of images that a model made, with the class that was asked for and the one that its classifier sees.
 *
 * <p>Classes are positions in the list of class names, -1 where there is none.
 */
public final class SampleRows {

    private static final String CLASS = "Class";
    private static final String PREDICTION = "Prediction";

    private final ViewTable m_table;
    private final String m_probability;

    /**
     * Rows of a table with the columns Class and Prediction.
     *
     * @param probability the column with the probability of the class that was asked for
     */
    public SampleRows(final ViewTable table, final String probability) {
        m_table = table;
        m_probability = probability;
    }

    /**
     * What the view starts with: {@code size}, {@code total}, {@code classes} and {@code rows}, the figures of all rows
     * without their images, column by column.
     *
     * @param numbers further columns of numbers, by the names that the page uses
     * @param texts further columns that the page shows as they are
     */
    public Map<String, Object> index(final Map<String, String> numbers, final Map<String, String> texts) {
        final ClassPositions classes = new ClassPositions(m_table.spec().getColumnSpec(CLASS));
        final ViewColumns rows = new ViewColumns();
        m_table.forEach(0, m_table.size(), row -> {
            rows.put("key", row.getKey().getString());
            rows.put("desired", classes.of(ViewValues.text(cell(row, CLASS))));
            rows.put("predicted", classes.of(ViewValues.text(cell(row, PREDICTION))));
            rows.put("probability", ViewValues.rounded(ViewValues.number(cell(row, m_probability))));
            numbers.forEach((name, column) -> rows.put(name, ViewValues.rounded(ViewValues.number(cell(row, column)))));
            texts.forEach((name, column) -> rows.put(name, ViewValues.text(cell(row, column))));
        });
        final Map<String, Object> index = new LinkedHashMap<>();
        index.put("size", m_table.size());
        index.put("total", m_table.total());
        index.put("classes", classes.names());
        index.put("rows", rows.values());
        return index;
    }

    private DataCell cell(final DataRow row, final String column) {
        return row.getCell(m_table.spec().findColumnIndex(column));
    }
}
