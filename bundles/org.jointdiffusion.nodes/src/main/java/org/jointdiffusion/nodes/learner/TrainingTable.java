package org.jointdiffusion.nodes.learner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * Turns a table into training images of one size.
 *
 * <p>The table is read twice, so that at no time more than one image is in memory in its own size.
 */
final class TrainingTable {

    private final BufferedDataTable m_table;
    private final ImageColumn m_images;
    private final ClassColumn m_classes;
    private final LearnerParameters m_parameters;
    private final Optional<JointModelPortObjectSpec> m_earlier;

    /**
     * A table of training images.
     *
     * @param earlier the model from which the training goes on: its image shape and its classes count
     */
    TrainingTable(
            final BufferedDataTable table,
            final ImageColumn images,
            final ClassColumn classes,
            final LearnerParameters parameters,
            final Optional<JointModelPortObjectSpec> earlier) {
        m_earlier = earlier;
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
        final List<String> ofImages = survey.classNames(m_classes);
        final List<String> classNames = m_earlier
                .map(model -> Continuation.classNames(model, ofImages, warnings))
                .orElse(ofImages);
        final ImageShape shape = shape(survey.shapes());
        mentionOtherShapes(survey.shapes(), shape, warnings);
        return new TrainingImages(
                shape,
                new FittedImages(m_table, m_images, shape, m_parameters.m_imageFit.fit())
                        .read(survey, progress.part(0.5, 1)),
                survey.labelNumbers(classNames),
                classNames);
    }

    private ImageShape shape(final Map<ImageShape, Integer> shapes) {
        if (m_earlier.isPresent()) {
            return m_earlier.get().specification().network().image();
        }
        return ModelShape.of(m_parameters, shapes);
    }

    private void mentionOtherShapes(
            final Map<ImageShape, Integer> shapes, final ImageShape shape, final Warnings warnings) {
        final int others = shapes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(shape))
                .mapToInt(Map.Entry::getValue)
                .sum();
        // whoever chose the size knows that images are brought to it
        final boolean sizeWasChosen = m_earlier.isEmpty() && m_parameters.m_sizeRule == ImageSizeRule.CUSTOM;
        if (!sizeWasChosen && others > 0) {
            warnings.note(others + (others == 1 ? " image has" : " images have")
                    + " another size or other colours than the model's " + shape + " and "
                    + (others == 1 ? "was" : "were")
                    + (m_parameters.m_imageFit == FitRule.STRETCH ? " stretched to it." : " padded to it."));
        }
    }
}
