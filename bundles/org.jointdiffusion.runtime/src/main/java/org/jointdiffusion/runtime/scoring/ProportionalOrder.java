package org.jointdiffusion.runtime.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * Puts labelled rows in a random order in which each stretch has all classes in proportion, so that cutting it gives
 * sets of images that differ by chance alone.
 */
final class ProportionalOrder {

    private ProportionalOrder() {}

    /**
     * The rows in their new order.
     *
     * @param labels the class of each row; rows labelled -1 are left out
     * @param seed equal seeds give equal orders
     */
    static int[] of(final int[] labels, final long seed) {
        final KeyedNoise noise = new KeyedNoise(seed).forPurpose("scoring order");
        final double[] place = new double[labels.length];
        for (final int label :
                Arrays.stream(labels).filter(label -> label >= 0).distinct().toArray()) {
            final int[] rows = sorted(
                    IntStream.range(0, labels.length).filter(row -> labels[row] == label),
                    Comparator.comparingDouble(row -> noise.uniform(row, 0)));
            // a random beginning: else small classes would all come in the middle
            final double start = noise.uniform(label, 1);
            for (int index = 0; index < rows.length; index++) {
                place[rows[index]] = (index + start) / rows.length;
            }
        }
        return sorted(
                IntStream.range(0, labels.length).filter(row -> labels[row] >= 0),
                Comparator.comparingDouble(row -> place[row]));
    }

    private static int[] sorted(final IntStream rows, final Comparator<Integer> order) {
        return rows.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }
}
