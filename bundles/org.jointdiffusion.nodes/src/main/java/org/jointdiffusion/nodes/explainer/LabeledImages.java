package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.LabeledRows;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The table of the third input, from which the oracle learns. */
final class LabeledImages {

    /** The number of the input port, which is there only when the user added it. */
    static final int PORT = 2;

    private final ImageColumn m_images;
    private final ClassColumn m_classes;

    private LabeledImages(final ImageColumn images, final ClassColumn classes) {
        m_images = images;
        m_classes = classes;
    }

    /**
     * Finds the columns; those that nobody chose are guessed, since the port is added when the settings exist already.
     *
     * @throws InvalidSettingsException when a column is missing or cannot be guessed
     */
    static LabeledImages find(
            final DataTableSpec spec, final ExplainerParameters parameters, final JointModelPortObjectSpec model)
            throws InvalidSettingsException {
        try {
            final String images = parameters.m_labeledImageColumn;
            final String classes = parameters.m_labeledClassColumn;
            return new LabeledImages(
                    ImageColumn.find(spec, isChosen(images) ? images : ImageColumnsProvider.guess(spec))
                            .within(parameters.m_imageLimits.limits()),
                    ClassColumn.find(
                            spec,
                            isChosen(classes) ? classes : TargetColumnsProvider.guess(spec, model),
                            "column with the classes of the labeled images"));
        } catch (final InvalidSettingsException exception) {
            throw new InvalidSettingsException("Input \"Labeled images\": " + exception.getMessage(), exception);
        }
    }

    private static boolean isChosen(final String column) {
        return column != null && !column.isEmpty();
    }

    /**
     * Reads the images in the model's size with their classes; rows that cannot be used are left out and mentioned.
     *
     * @throws Exception when there are too many pixels, or the user cancelled
     */
    TrainingImages read(
            final BufferedDataTable table,
            final JointModelPortObjectSpec model,
            final NodeProgress progress,
            final Warnings warnings)
            throws Exception {
        final LabeledRows.Content content =
                new LabeledRows(m_images, m_classes).read(table, model, "labeled images", progress);
        if (content.unusable().unusableImages() > 0) {
            warnings.note("Among the labeled images, " + content.unusable().unusable("could not teach the oracle"));
        }
        if (!content.unknown().isEmpty()) {
            warnings.note(content.unknown().size()
                    + " of the labeled images have a class that the model does not know, first \""
                    + content.unknown().get(0) + "\"; the oracle does not learn from them.");
        }
        return content.images();
    }
}
