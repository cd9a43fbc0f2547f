package org.jointdiffusion.nodes.table;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Reads images and their classes into memory, for a model that knows these classes. */
public final class LabeledRows {

    private static final int CHUNK = 256;
    /** What one array can hold. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8L;

    private final ImageColumn m_images;
    private final ClassColumn m_classes;

    /**
     * What a table holds.
     *
     * @param images the images in the model's size, all of them labelled
     * @param unusable the rows that were left out because their image cannot be used
     * @param unknown the classes of the rows that were left out because the model does not know them
     */
    public record Content(TrainingImages images, Warnings unusable, List<String> unknown) {}

    /** Reads two columns. */
    public LabeledRows(final ImageColumn images, final ClassColumn classes) {
        m_images = images;
        m_classes = classes;
    }

    /**
     * Reads the images in the model's size with their classes; rows that lack one of them are left out.
     *
     * @param what names the images in messages, such as "test images"
     * @throws Exception when there are too many pixels, or the user cancelled
     */
    public Content read(
            final BufferedDataTable table,
            final JointModelPortObjectSpec model,
            final String what,
            final NodeProgress progress)
            throws Exception {
        final ImageShape shape = model.specification().network().image();
        if (table.size() * shape.size() > MOST_VALUES) {
            throw new KNIMEException("The " + table.size() + " " + what + " of " + shape
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
        return new Content(
                new TrainingImages(
                        shape,
                        pixels.toByteArray(),
                        labels.stream().mapToInt(Integer::intValue).toArray(),
                        model.classNames()),
                unusable,
                unknown);
    }
}
