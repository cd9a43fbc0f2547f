package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chooses the rows of each batch.
 *
 * <p>Usually all rows take turns. Where most rows have no label, labelled and unlabelled ones take turns by themselves
 * and share each batch half and half: with all in turn, a batch would hold hardly a label, and the classifier would
 * learn next to nothing in the same number of steps.
 */
final class BatchRows {

    private final int batchSize;
    private final RowOrder labelled;
    /** The same order as that of the labelled rows when all rows take turns together. */
    private final RowOrder others;

    /**
     * The rows of a training.
     *
     * @param rows the rows that are trained on
     * @param batchSize the rows of each batch
     * @param seed equal seeds give equal batches
     */
    BatchRows(final TrainingImages data, final int[] rows, final int batchSize, final long seed) {
        this.batchSize = batchSize;
        final int[] known =
                Arrays.stream(rows).filter(row -> data.labels()[row] >= 0).toArray();
        if (known.length == 0 || 2 * known.length >= rows.length) {
            labelled = new RowOrder(rows, seed);
            others = labelled;
        } else {
            labelled = new RowOrder(known, seed);
            others = new RowOrder(
                    Arrays.stream(rows).filter(row -> data.labels()[row] < 0).toArray(), seed);
        }
    }

    /** The rows of the next batch; labelled and unlabelled ones alternate, so that both meet all noise levels. */
    int[] next() {
        if (labelled == others) {
            return labelled.next(batchSize);
        }
        final int[] even = labelled.next((batchSize + 1) / 2);
        final int[] odd = others.next(batchSize / 2);
        return IntStream.range(0, batchSize)
                .map(place -> place % 2 == 0 ? even[place / 2] : odd[place / 2])
                .toArray();
    }
}
