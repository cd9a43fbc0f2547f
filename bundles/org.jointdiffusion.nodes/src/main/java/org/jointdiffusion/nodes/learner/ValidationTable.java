package org.jointdiffusion.nodes.learner;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The table of validation images, which has the columns of the training images. */
final class ValidationTable {

    private static final String INPUT = "Input \"Validation images\": ";

    private final ImageColumn m_images;
    private final ClassColumn m_classes;
    private final LearnerParameters m_parameters;

    private ValidationTable(final ImageColumn images, final ClassColumn classes, final LearnerParameters parameters) {
        m_images = images;
        m_classes = classes;
        m_parameters = parameters;
    }

    /**
     * Finds the columns.
     *
     * @param type the type of the training images' classes
     * @throws InvalidSettingsException when a column is missing or has another type
     */
    static ValidationTable find(final DataTableSpec spec, final LearnerParameters parameters, final TargetType type)
            throws InvalidSettingsException {
        final ValidationTable table;
        try {
            table = new ValidationTable(
                    ImageColumn.find(spec, parameters.m_imageColumn).within(parameters.m_imageLimits.limits()),
                    ClassColumn.find(spec, parameters.m_targetColumn, "class column"),
                    parameters);
        } catch (final InvalidSettingsException exception) {
            throw new InvalidSettingsException(
                    INPUT + exception.getMessage() + " Both tables need the same two columns.", exception);
        }
        if (table.m_classes.type() != type) {
            throw new InvalidSettingsException(INPUT + "The class column \"" + table.m_classes.name()
                    + "\" has another type than that of the training images. Convert one of them.");
        }
        return table;
    }

    /**
     * Reads the images in the size of the training images.
     *
     * @throws KNIMEException when none is usable, or one has a class that the training images do not have
     */
    TrainingImages read(
            final BufferedDataTable table,
            final TrainingImages training,
            final NodeProgress progress,
            final Warnings warnings)
            throws KNIMEException {
        final Warnings unusable = new Warnings();
        final ImageSurvey survey = ImageSurvey.of(table, m_images, m_classes, progress.part(0, 0.5), unusable);
        if (unusable.unusableImages() > 0) {
            warnings.note("Among the validation images, " + unusable.unusable("cannot judge the model"));
        }
        if (survey.count() == 0) {
            throw new KNIMEException(INPUT + "It has no usable image. Connect a table with labelled images, or remove"
                    + " the port to hold out a share of the training images.");
        }
        final List<String> unknown = survey.labels().stream()
                .flatMap(Optional::stream)
                .filter(name -> !training.classNames().contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new KNIMEException(INPUT + unknown.size() + (unknown.size() == 1 ? " image has" : " images have")
                    + " a class that no training image has, first \"" + unknown.get(0)
                    + "\". Remove these rows, or add training images of that class.");
        }
        return new TrainingImages(
                training.shape(),
                new FittedImages(table, m_images, training.shape(), m_parameters.m_imageFit.fit())
                        .read(survey, progress.part(0.5, 1)),
                survey.labelNumbers(training.classNames()),
                training.classNames());
    }
}
