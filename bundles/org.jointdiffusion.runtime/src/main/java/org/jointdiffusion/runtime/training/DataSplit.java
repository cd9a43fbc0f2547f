package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * Which rows are trained on and which are held out.
 *
 * @param training rows of the training, in their order
 * @param validation held-out rows, all labelled, ordered so that each beginning of the list has all classes in
 *     proportion
 */
public record DataSplit(int[] training, int[] validation) {

    /**
     * Holds out the same share of each class at random; unlabelled rows and classes with one row are all trained on.
     *
     * @param share the share to hold out, in [0, 0.5]
     * @param seed equal seeds give equal splits
     */
    public static DataSplit of(final TrainingImages data, final double share, final long seed) {
        final double[] place =
                places(data, seed, rows -> share == 0 || rows < 2 ? 0 : (int) Math.max(1, Math.round(share * rows)));
        return new DataSplit(
                IntStream.range(0, data.count())
                        .filter(row -> Double.isNaN(place[row]))
                        .toArray(),
                ordered(place));
    }

    /** All labelled rows, in an order as that of {@link #validation}: for a set of rows that only judges. */
    static int[] allLabelled(final TrainingImages data, final long seed) {
        return ordered(places(data, seed, rows -> rows));
    }

    /** The place of each row in the order of the held-out ones, in [0, 1]; NaN for the others. */
    private static double[] places(final TrainingImages data, final long seed, final IntUnaryOperator heldOf) {
        final KeyedNoise noise = new KeyedNoise(seed).forPurpose("validation split");
        final double[] place = new double[data.count()];
        Arrays.fill(place, Double.NaN);
        for (int label = 0; label < data.classNames().size(); label++) {
            final int wanted = label;
            final int[] rows = IntStream.range(0, data.count())
                    .filter(row -> data.labels()[row] == wanted)
                    .toArray();
            RowOrder.shuffle(rows, noise, label);
            final int held = heldOf.applyAsInt(rows.length);
            for (int index = 0; index < held; index++) {
                place[rows[index]] = (index + 0.5) / held;
            }
        }
        return place;
    }

    private static int[] ordered(final double[] place) {
        return IntStream.range(0, place.length)
                .filter(row -> !Double.isNaN(place[row]))
                .boxed()
                .sorted((a, b) -> place[a] == place[b] ? a - b : Double.compare(place[a], place[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
