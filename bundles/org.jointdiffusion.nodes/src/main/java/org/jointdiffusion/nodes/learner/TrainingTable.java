package org.jointdiffusion.nodes.learner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.table.CellImage;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Turns a table into training images of one size.
 *
 * <p>The table is read twice, so that at no time more than one image is in memory in its own size.
 */
final class TrainingTable {

    private static final int LONGEST_SIDE = 128;

    private final BufferedDataTable m_table;
    private final ImageColumn m_images;
    private final ClassColumn m_classes;
    private final LearnerParameters m_parameters;

    TrainingTable(
            final BufferedDataTable table,
            final ImageColumn images,
            final ClassColumn classes,
            final LearnerParameters parameters) {
        m_table = table;
        m_images = images;
        m_classes = classes;
        m_parameters = parameters;
    }

    /**
     * Reads the images and their classes; a missing class becomes the label -1.
     *
     * @throws KNIMEException when no image is usable, there are fewer than two classes, or there are too many pixels
     */
    TrainingImages read(final NodeProgress progress, final Warnings warnings) throws KNIMEException {
        if (m_table.size() == 0) {
            throw new KNIMEException("The input table has no rows. Connect a table with images and their classes.");
        }
        if (m_table.size() > Integer.MAX_VALUE) {
            throw new KNIMEException("The input table has more than 2,147,483,647 rows. Sample it with Row Sampling.");
        }
        final ImageSurvey survey = ImageSurvey.of(m_table, m_images, m_classes, progress.part(0, 0.5), warnings);
        if (survey.count() == 0) {
            throw new KNIMEException("No image can be used: " + warnings.unusable("cannot be used")
                    + " Check the image column and the files.");
        }
        final List<String> classNames = survey.classNames(m_classes);
        final ImageShape shape = shape(survey.shapes());
        mentionOtherShapes(survey.shapes(), shape, warnings);
        final int[] labels = survey.labels().stream()
                .mapToInt(label -> label.map(classNames::indexOf).orElse(-1))
                .toArray();
        return new TrainingImages(shape, pixels(survey, shape, progress.part(0.5, 1)), labels, classNames);
    }

    private byte[] pixels(final ImageSurvey survey, final ImageShape shape, final NodeProgress progress)
            throws KNIMEException {
        final long size = (long) survey.count() * shape.size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new KNIMEException(
                    "The " + survey.count() + " images of " + shape + " have more than 2 billion values "
                            + "together. Choose a smaller image size, or sample the table with Row Sampling.");
        }
        final byte[] pixels = new byte[(int) size];
        int number = 0;
        int image = 0;
        try (var rows = m_table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                if (survey.isUsable(number++)) {
                    System.arraycopy(fitted(row, shape), 0, pixels, image++ * shape.size(), shape.size());
                }
                progress.report((double) number / m_table.size(), "Reading image " + number + " of " + m_table.size());
            }
        }
        return pixels;
    }

    private byte[] fitted(final DataRow row, final ImageShape shape) throws KNIMEException {
        final CellImage image = m_images.read(row);
        if (image.image().isEmpty()) {
            throw new KNIMEException("The image of row \"" + row.getKey().getString()
                    + "\" changed while the node was reading it: " + image.problem() + " Execute the node again.");
        }
        return ImageFitter.fit(image.image().get(), shape, m_parameters.m_imageFit.fit())
                .values();
    }

    private ImageShape shape(final Map<ImageShape, Integer> shapes) {
        final int channels =
                switch (m_parameters.m_colors) {
                    case AUTOMATIC ->
                        shapes.keySet().stream()
                                .mapToInt(ImageShape::channels)
                                .max()
                                .orElseThrow();
                    case GREY -> 1;
                    case RGB -> 3;
                };
        return m_parameters.m_sizeRule == ImageSizeRule.CUSTOM
                ? new ImageShape(channels, m_parameters.m_imageHeight, m_parameters.m_imageWidth)
                : usable(mostFrequent(shapes), channels);
    }

    private static ImageShape mostFrequent(final Map<ImageShape, Integer> shapes) {
        Optional<Map.Entry<ImageShape, Integer>> best = Optional.empty();
        for (final var entry : shapes.entrySet()) {
            if (best.isEmpty() || entry.getValue() > best.get().getValue()) {
                best = Optional.of(entry);
            }
        }
        return best.orElseThrow().getKey();
    }

    /** The size that networks can have which is closest to that of the images. */
    private static ImageShape usable(final ImageShape images, final int channels) {
        final double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(images.height(), images.width()));
        return new ImageShape(channels, side(images.height() * scale), side(images.width() * scale));
    }

    private static int side(final double pixels) {
        final int multiple = NetworkPreset.SIZE_MULTIPLE;
        return Math.max(8, (int) Math.ceil(pixels / multiple) * multiple);
    }

    private void mentionOtherShapes(
            final Map<ImageShape, Integer> shapes, final ImageShape shape, final Warnings warnings) {
        final int others = shapes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(shape))
                .mapToInt(Map.Entry::getValue)
                .sum();
        // whoever chose the size knows that images are brought to it
        if (m_parameters.m_sizeRule == ImageSizeRule.MOST_FREQUENT && others > 0) {
            warnings.note(others + (others == 1 ? " image has" : " images have")
                    + " another size or other colours than the model's " + shape + " and "
                    + (others == 1 ? "was" : "were")
                    + (m_parameters.m_imageFit == FitRule.STRETCH ? " stretched to it." : " padded to it."));
        }
    }
}
