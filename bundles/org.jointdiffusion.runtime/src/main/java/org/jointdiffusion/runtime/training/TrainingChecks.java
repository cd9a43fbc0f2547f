package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import org.jointdiffusion.runtime.image.ImageShape;

/** Refuses rows on which no model can be trained, or by which none can be judged. */
final class TrainingChecks {

    private static final int FEWEST_ROWS = 10;

    private TrainingChecks() {}

    static void check(final TrainingTask task, final TrainingSettings settings) throws TrainingException {
        final TrainingImages data = task.images();
        checkImages(data, settings);
        if (task.validation().isPresent()) {
            checkValidation(task.validation().get(), data);
        }
    }

    private static void checkValidation(final TrainingImages validation, final TrainingImages data)
            throws TrainingException {
        if (!validation.shape().equals(data.shape()) || !validation.classNames().equals(data.classNames())) {
            throw new TrainingException("The validation images are " + validation.shape() + " and have the classes "
                    + validation.classNames() + ", but the training images are " + data.shape()
                    + " and have the classes " + data.classNames() + ".");
        }
        if (Arrays.stream(validation.labels()).allMatch(label -> label < 0)) {
            throw new TrainingException("No validation image has a class, so none can judge the model. Label some of"
                    + " them, or train without validation images of their own.");
        }
    }

    private static void checkImages(final TrainingImages data, final TrainingSettings settings)
            throws TrainingException {
        final ImageShape expected = settings.network().image();
        if (!expected.equals(data.shape())
                || settings.network().classes() != data.classNames().size()) {
            throw new TrainingException("The network is made for " + expected + " images of "
                    + settings.network().classes() + " classes, but the images are " + data.shape() + " and have "
                    + data.classNames().size() + " classes.");
        }
        if (data.count() < FEWEST_ROWS) {
            throw new TrainingException("There are only " + data.count() + " images. Training needs at least "
                    + FEWEST_ROWS + ", better hundreds of every class.");
        }
        final int[] classes = Arrays.stream(data.labels())
                .filter(label -> label >= 0)
                .distinct()
                .toArray();
        if (classes.length == 0) {
            throw new TrainingException("No image has a class: every value of the class column is missing. Label some"
                    + " images of at least two classes; the others may stay without a label.");
        }
        if (classes.length == 1) {
            throw new TrainingException("All labelled images belong to the class \""
                    + data.classNames().get(classes[0]) + "\". A classifier needs images of at least two classes.");
        }
    }
}
