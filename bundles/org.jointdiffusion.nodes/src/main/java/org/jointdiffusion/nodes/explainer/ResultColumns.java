package org.jointdiffusion.nodes.explainer;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;

/**
 * Finds the node's own columns in its output, where they stand after those of the input and may have got another name
 * because of them.
 */
public final class ResultColumns {

    private static final String FIRST = "Original";

    private final DataTableSpec m_spec;
    private final int m_first;

    /** The columns of an output of the Explainer. */
    public ResultColumns(final DataTableSpec output) {
        m_spec = output;
        m_first = last(FIRST, 0);
    }

    /** The last column of that name, or of that name with a number in brackets; -1 when there is none. */
    private int last(final String name, final int from) {
        for (int column = m_spec.getNumColumns() - 1; column >= from; column--) {
            final String found = m_spec.getColumnSpec(column).getName();
            if (found.equals(name)
                    || found.startsWith(name + " (#")
                            && found.substring(name.length()).matches(" \\(#\\d+\\)")) {
                return column;
            }
        }
        return -1;
    }

    /** The index of one of the node's columns; empty when this output lacks it. */
    public OptionalInt find(final String name) {
        final int column = m_first < 0 ? -1 : last(name, m_first);
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The spec of the output. */
    DataTableSpec spec() {
        return m_spec;
    }

    /** A cell of one of the node's columns. */
    public DataCell cell(final DataRow row, final String name) {
        return row.getCell(find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The output of the node has no column \"" + name + "\". Execute the node again.")));
    }

    /** The text of a cell; empty when it is missing or the output lacks the column. */
    public String text(final DataRow row, final String name) {
        final OptionalInt column = find(name);
        return column.isEmpty() || row.getCell(column.getAsInt()).isMissing()
                ? ""
                : row.getCell(column.getAsInt()).toString();
    }

    /** The number in a cell; empty when it is missing. */
    public OptionalDouble number(final DataRow row, final String name) {
        return cell(row, name) instanceof DoubleValue number
                ? OptionalDouble.of(number.getDoubleValue())
                : OptionalDouble.empty();
    }

    /** Whether a cell holds "true"; a missing one does not. */
    public boolean isTrue(final DataRow row, final String name) {
        return cell(row, name) instanceof BooleanValue truth && truth.getBooleanValue();
    }
}
