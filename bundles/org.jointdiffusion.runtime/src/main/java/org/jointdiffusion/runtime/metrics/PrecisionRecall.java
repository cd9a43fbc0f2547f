package org.jointdiffusion.runtime.metrics;

import java.util.Arrays;

/**
 * How real generated images look, and how much of the variety of real images they cover (Kynkäänniemi et al. 2019,
 * "Improved Precision and Recall Metric for Assessing Generative Models", section 2).
 *
 * <p>The region of a set is the union of a ball around each of its vectors that reaches to its k-th nearest neighbour
 * within the set.
 *
 * @param precision the share of the generated images in the region of the real ones, in [0, 1]
 * @param recall the share of the real images in the region of the generated ones, in [0, 1]
 */
public record PrecisionRecall(double precision, double recall) {

    /** The number of neighbours of the paper. */
    public static final int USUAL_NEIGHBOURS = 3;

    /**
     * Compares two sets.
     *
     * @param neighbours k, at least 1 and below the size of both sets
     * @throws IllegalArgumentException when a set is too small or the widths differ
     */
    public static PrecisionRecall of(final FeatureVectors real, final FeatureVectors generated, final int neighbours) {
        real.requireSameWidth(generated);
        if (neighbours < 1 || neighbours >= Math.min(real.count(), generated.count())) {
            throw new IllegalArgumentException("The number of neighbours must be at least 1 and below the number of"
                    + " images (" + real.count() + " and " + generated.count() + "), not " + neighbours + ".");
        }
        return new PrecisionRecall(
                share(generated, real, squaredRadii(real, neighbours)),
                share(real, generated, squaredRadii(generated, neighbours)));
    }

    /** The share of the points that lie in a ball around one of the centres. */
    private static double share(
            final FeatureVectors points, final FeatureVectors centres, final double[] squaredRadii) {
        int inside = 0;
        for (int point = 0; point < points.count(); point++) {
            int centre = 0;
            while (centre < centres.count() && points.squaredDistance(point, centres, centre) > squaredRadii[centre]) {
                centre++;
            }
            inside += centre < centres.count() ? 1 : 0;
        }
        return (double) inside / points.count();
    }

    private static double[] squaredRadii(final FeatureVectors set, final int neighbours) {
        final double[] radii = new double[set.count()];
        final double[] nearest = new double[neighbours];
        for (int row = 0; row < set.count(); row++) {
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int other = 0; other < set.count(); other++) {
                if (other != row) {
                    insert(set.squaredDistance(row, set, other), nearest);
                }
            }
            radii[row] = nearest[neighbours - 1];
        }
        return radii;
    }

    /** Keeps the smallest distances, sorted. */
    private static void insert(final double distance, final double[] nearest) {
        if (distance >= nearest[nearest.length - 1]) {
            return;
        }
        int place = nearest.length - 1;
        for (; place > 0 && nearest[place - 1] > distance; place--) {
            nearest[place] = nearest[place - 1];
        }
        nearest[place] = distance;
    }
}
