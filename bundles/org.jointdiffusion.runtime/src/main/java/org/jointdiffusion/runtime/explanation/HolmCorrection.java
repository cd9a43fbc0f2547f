package org.jointdiffusion.runtime.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects p-values for the number of tests: the chance of any false alarm among them stays what each alone would have
 * (Holm 1979, "A simple sequentially rejective multiple test procedure").
 */
public final class HolmCorrection {

    private HolmCorrection() {}

    /** The corrected p-values, in the order of the given ones; none is smaller than before, and none above 1. */
    public static double[] of(final double[] pValues) {
        final List<Integer> order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> pValues[test]))
                .toList();
        final double[] corrected = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[order.get(rank)]));
            corrected[order.get(rank)] = largest;
        }
        return corrected;
    }
}
