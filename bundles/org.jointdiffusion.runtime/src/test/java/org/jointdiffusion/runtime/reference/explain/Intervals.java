package org.jointdiffusion.runtime.reference.explain;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/** Intervals that hold the true value in 95 of 100 repetitions. */
final class Intervals {

    private static final double Z = 1.96;

    private static final int RESAMPLES = 2000;

    private static final int RESAMPLES_OF_SETS = 100;

    private static final KeyedNoise DRAWS = new KeyedNoise(0).forPurpose("bootstrap");

    private Intervals() {}

    /** The interval of Wilson 1927 for a share. */
    static double[] wilson(final int hits, final int count) {
        final double share = (double) hits / count;
        final double square = Z * Z / count;
        final double middle = (share + square / 2) / (1 + square);
        final double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / count + square / (4 * count));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }

    /** The percentile bootstrap interval of a mean (Efron 1979). */
    static double[] mean(final double[] values) {
        final double[] means = IntStream.range(0, RESAMPLES)
                .mapToDouble(sample -> Arrays.stream(resample(sample, values.length))
                        .mapToDouble(row -> values[row])
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return new double[] {means[RESAMPLES * 25 / 1000], means[RESAMPLES * 975 / 1000 - 1]};
    }

    /**
     * The bootstrap standard error of a figure of a set, such as a Fréchet distance. A drawn set has fewer different
     * members and so is more distant by itself; that shifts a percentile interval, but not the standard error.
     *
     * @param count the size of the set
     * @param figure computes it for drawn rows
     */
    static double standardError(final int count, final ToDoubleFunction<int[]> figure) {
        final double[] values = IntStream.range(0, RESAMPLES_OF_SETS)
                .mapToDouble(sample -> figure.applyAsDouble(resample(sample, count)))
                .toArray();
        final double mean = average(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    /** The mean; NaN of nothing. */
    static double average(final double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static int[] resample(final int sample, final int count) {
        return IntStream.range(0, count)
                .map(place -> DRAWS.uniformInt(sample, place, count))
                .toArray();
    }
}
