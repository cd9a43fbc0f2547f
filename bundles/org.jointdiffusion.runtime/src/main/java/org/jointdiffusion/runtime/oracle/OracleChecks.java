package org.jointdiffusion.runtime.oracle;

import java.util.Arrays;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.training.TrainingException;
import org.jointdiffusion.runtime.training.TrainingImages;

/** Refuses rows from which no oracle can learn. */
final class OracleChecks {

    private static final int FEWEST_ROWS = 10;

    private OracleChecks() {}

    /** The oracle's shape for these rows. */
    static OracleConfiguration check(final TrainingImages data) throws TrainingException {
        final int[] labels =
                Arrays.stream(data.labels()).filter(label -> label >= 0).toArray();
        if (labels.length < FEWEST_ROWS) {
            throw new TrainingException("There are only " + labels.length + " labelled images from which an oracle"
                    + " could learn. It needs at least " + FEWEST_ROWS + ", better hundreds of every class.");
        }
        final int[] classes = Arrays.stream(labels).distinct().toArray();
        if (classes.length == 1) {
            throw new TrainingException("All labelled images belong to the class \""
                    + data.classNames().get(classes[0]) + "\". An oracle needs images of at least two classes.");
        }
        try {
            return new OracleConfiguration(data.shape(), data.classNames().size());
        } catch (final IllegalArgumentException exception) {
            throw new TrainingException(exception.getMessage());
        }
    }
}
