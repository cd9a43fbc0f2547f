package org.jointdiffusion.nodes.comparison;

import java.util.Optional;
import org.jointdiffusion.nodes.explainer.ResultColumns;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;

/** Reads counterfactuals from the table of the Explainer. */
final class ExplainedRows {

    private static final String[] NEEDED = {
        "Original",
        "Counterfactual",
        "Class before",
        "Desired class",
        "Success",
        "Mean change",
        "Pixels changed",
        "Noise level"
    };

    private final ClassColumn m_group;
    private final ResultColumns m_columns;

    private ExplainedRows(final ClassColumn group, final ResultColumns columns) {
        m_group = group;
        m_columns = columns;
    }

    /**
     * Finds the columns.
     *
     * @throws InvalidSettingsException when this is no output of the Explainer, or the group column is not there
     */
    static ExplainedRows find(final DataTableSpec spec, final String groupColumn) throws InvalidSettingsException {
        final ResultColumns columns = new ResultColumns(spec);
        for (final String name : NEEDED) {
            if (columns.find(name).isEmpty()) {
                throw new InvalidSettingsException("The input table has no column \"" + name
                        + "\". Connect the first output of the Counterfactual Explainer.");
            }
        }
        return new ExplainedRows(ClassColumn.find(spec, groupColumn, "group column"), columns);
    }

    /** The group column. */
    ClassColumn group() {
        return m_group;
    }

    /** A row; empty when it has no group or could not be explained. */
    Optional<Explained> read(final DataRow row) throws ImageFormatException {
        final Optional<String> group = m_group.read(row);
        if (group.isEmpty() || m_columns.cell(row, "Success").isMissing()) {
            return Optional.empty();
        }
        final boolean success = m_columns.isTrue(row, "Success");
        final String classes = m_columns.text(row, "Class before") + "\n" + m_columns.text(row, "Desired class");
        return Optional.of(
                new Explained(group.get(), classes, success, success ? Optional.of(change(row)) : Optional.empty()));
    }

    private Explained.Change change(final DataRow row) throws ImageFormatException {
        return new Explained.Change(
                number(row, "Mean change"),
                number(row, "Pixels changed"),
                number(row, "Noise level"),
                image(m_columns.cell(row, "Original")),
                image(m_columns.cell(row, "Counterfactual")));
    }

    private double number(final DataRow row, final String name) {
        return m_columns
                .number(row, name)
                .orElseThrow(() -> new IllegalStateException("Row \"" + row.getKey() + "\" succeeded, but its \"" + name
                        + "\" is missing. Execute the Counterfactual Explainer again."));
    }

    private static PixelImage image(final DataCell cell) throws ImageFormatException {
        return ImageDecoder.decode(((PNGImageValue) cell).getImageContent().getByteArray(), ImageLimits.DEFAULT);
    }
}
