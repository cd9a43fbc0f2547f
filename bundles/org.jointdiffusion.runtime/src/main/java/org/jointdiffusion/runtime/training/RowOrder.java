package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * The order in which training sees its rows: one random permutation after the other.
 *
 * <p>Batches go on over the end of a permutation, so that they are all full and every row counts equally often.
 */
public final class RowOrder {

    private final int[] rows;
    private final KeyedNoise noise;
    private long epoch;
    private int position;

    /** An order of the given rows; equal seeds give equal orders. */
    public RowOrder(final int[] rows, final long seed) {
        this.rows = rows.clone();
        noise = new KeyedNoise(seed).forPurpose("row order");
        shuffle(this.rows, noise, epoch);
    }

    /** The next rows. */
    public int[] next(final int count) {
        final int[] batch = new int[count];
        for (int index = 0; index < count; index++) {
            if (position == rows.length) {
                position = 0;
                epoch++;
                shuffle(rows, noise, epoch);
            }
            batch[index] = rows[position++];
        }
        return batch;
    }

    /** Puts the numbers in random order (Fisher and Yates). */
    static void shuffle(final int[] numbers, final KeyedNoise noise, final long key) {
        for (int last = numbers.length - 1; last > 0; last--) {
            final int other = noise.uniformInt(key, last, last + 1);
            final int kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
    }
}
