package org.jointdiffusion.nodes.explainer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The table of the third input, from which the oracle learns. */
final class LabeledImages {

    /** The number of the input port, which is there only when the user added it. */
    static final int PORT = 2;

    private static final int CHUNK = 256;
    /** What one array can hold. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8L;

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
                            isChosen(classes) ? classes : guessClasses(spec, model),
                            "column with the classes of the labeled images"));
        } catch (final InvalidSettingsException exception) {
            throw new InvalidSettingsException("Input \"Labeled images\": " + exception.getMessage(), exception);
        }
    }

    /** The column that is called like the one the model learned, else the only one that can hold classes, or null. */
    static String guessClasses(final DataTableSpec spec, final JointModelPortObjectSpec model) {
        return model != null && spec.containsName(model.targetName())
                ? model.targetName()
                : TargetColumnsProvider.guess(spec);
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
        final ImageShape shape = model.specification().network().image();
        if (table.size() * shape.size() > MOST_VALUES) {
            throw new KNIMEException("The " + table.size() + " labeled images of " + shape
                    + " have more than 2 billion values together. Sample the table with Row Sampling.");
        }
        final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        final List<Integer> labels = new ArrayList<>();
        final Warnings unusable = new Warnings();
        final List<String> unknown = new ArrayList<>();
        new ImageRows(table, m_images, shape)
                .forEach(
                        CHUNK,
                        progress,
                        unusable,
                        rows -> rows.forEach(row -> {
                            final String name = m_classes.read(row.row()).orElse(null);
                            final int label =
                                    name == null ? -1 : model.classNames().indexOf(name);
                            if (row.isUsable() && label >= 0) {
                                pixels.writeBytes(row.pixels().values());
                                labels.add(label);
                            } else if (name != null && label < 0) {
                                unknown.add(name);
                            }
                        }));
        if (unusable.unusableImages() > 0) {
            warnings.note("Among the labeled images, " + unusable.unusable("could not teach the oracle"));
        }
        if (!unknown.isEmpty()) {
            warnings.note(unknown.size() + " of the labeled images have a class that the model does not know, first \""
                    + unknown.get(0) + "\"; the oracle does not learn from them.");
        }
        return new TrainingImages(
                shape,
                pixels.toByteArray(),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                model.classNames());
    }
}
