package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import org.jointdiffusion.runtime.image.ImageShape;

/** Refuses rows on which no model can be trained. */
final class TrainingChecks {

    private static final int FEWEST_ROWS = 10;

    private TrainingChecks() {}

    static void check(final TrainingImages data, final TrainingSettings settings) throws TrainingException {
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
