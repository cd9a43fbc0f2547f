package org.jointdiffusion.runtime.training;

import java.util.Arrays;

/** How much a row counts in the cross entropy, depending on how frequent its class is. */
public enum ClassWeighting {
    /** Every labelled row counts the same, so that frequent classes count more. */
    NONE {
        @Override
        double weight(final double share, final int classes) {
            return 1;
        }
    },
    /** All classes count the same: a row counts in inverse proportion to the number of rows of its class. */
    BALANCED {
        @Override
        double weight(final double share, final int classes) {
            return 1 / (share * classes);
        }
    };

    /**
     * The weight of each class; their mean over the labelled rows is 1.
     *
     * @param data the rows and their classes
     * @param rows the rows that are trained on
     * @return one weight a class, above 0; 1 for a class of which there is no row
     */
    float[] weights(final TrainingImages data, final int[] rows) {
        final int[] counts = new int[data.classNames().size()];
        for (final int row : rows) {
            if (data.labels()[row] >= 0) {
                counts[data.labels()[row]]++;
            }
        }
        final double labelled = Arrays.stream(counts).sum();
        final int present =
                (int) Arrays.stream(counts).filter(count -> count > 0).count();
        final float[] weights = new float[counts.length];
        for (int label = 0; label < counts.length; label++) {
            weights[label] = counts[label] == 0 ? 1 : (float) weight(counts[label] / labelled, present);
        }
        return weights;
    }

    /** The weight of a class with the given share of the labelled rows, of so many classes with rows. */
    abstract double weight(double share, int classes);
}
