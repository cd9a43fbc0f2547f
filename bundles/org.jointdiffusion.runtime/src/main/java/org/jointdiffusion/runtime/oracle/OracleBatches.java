package org.jointdiffusion.runtime.oracle;

import org.jointdiffusion.runtime.engine.OracleBatch;
import org.jointdiffusion.runtime.training.AugmentedImages;
import org.jointdiffusion.runtime.training.RowOrder;
import org.jointdiffusion.runtime.training.TrainingImages;

/** Makes the batches of an oracle's training: rows and variations follow from the seed and the step. */
final class OracleBatches {

    private final TrainingImages data;
    private final int rows;
    private final int batchSize;
    private final RowOrder order;
    private final AugmentedImages images;

    /** Batches of the given labelled rows. */
    OracleBatches(final TrainingImages data, final int[] rows, final OracleSettings settings, final long seed) {
        this.data = data;
        this.rows = rows.length;
        batchSize = Math.min(settings.batchSize(), rows.length);
        order = new RowOrder(rows, seed);
        images = new AugmentedImages(data, settings.augmentation(), seed);
    }

    /** The number of different rows. */
    int rows() {
        return rows;
    }

    /** The rows of every batch. */
    int batchSize() {
        return batchSize;
    }

    /** The batch of a step; steps are asked for in order. */
    OracleBatch next(final long step) {
        final int[] chosen = order.next(batchSize);
        final int[] labels = new int[batchSize];
        final float[] values = new float[batchSize * data.shape().size()];
        for (int index = 0; index < batchSize; index++) {
            labels[index] = data.labels()[chosen[index]];
            images.varied(chosen[index], step, values, index);
        }
        return new OracleBatch(values, labels);
    }
}
