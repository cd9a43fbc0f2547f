package org.jointdiffusion.nodes.table;

import java.util.Optional;
import org.jointdiffusion.nodes.port.TargetType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** A column of classes; a missing cell means that the class is unknown. */
public final class ClassColumn {

    private final String m_name;
    private final int m_index;
    private final TargetType m_type;

    private ClassColumn(final String name, final int index, final TargetType type) {
        m_name = name;
        m_index = index;
        m_type = type;
    }

    /**
     * Finds the column.
     *
     * @param spec of the table
     * @param name the chosen column, may be null
     * @param purpose what the column is for, such as "class column"
     * @throws InvalidSettingsException when none is chosen, or the chosen one is missing or cannot hold classes
     */
    public static ClassColumn find(final DataTableSpec spec, final String name, final String purpose)
            throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException(
                    spec.stream().noneMatch(column -> TargetType.of(column.getType())
                                    .isPresent())
                            ? "The input table has no " + purpose
                                    + ". Connect a table with a column of classes as String or whole numbers."
                            : "No " + purpose + " is chosen. Open the dialog and choose one.");
        }
        if (!spec.containsName(name)) {
            throw new InvalidSettingsException(
                    "The input table has no column \"" + name + "\". Open the dialog and choose the " + purpose + ".");
        }
        final var type = spec.getColumnSpec(name).getType();
        return new ClassColumn(
                name,
                spec.findColumnIndex(name),
                TargetType.of(type)
                        .orElseThrow(() -> new InvalidSettingsException("The column \"" + name + "\" holds "
                                + type.getName() + " cells, which cannot be classes. Choose a String column or a "
                                + "column of whole numbers, or convert it first.")));
    }

    /** The name of the column. */
    public String name() {
        return m_name;
    }

    /** The type of the column's cells. */
    public TargetType type() {
        return m_type;
    }

    /** The class of a row, empty when its cell is missing. */
    public Optional<String> read(final DataRow row) {
        final DataCell cell = row.getCell(m_index);
        return cell.isMissing() ? Optional.empty() : Optional.of(m_type.className(cell));
    }
}
