package org.jointdiffusion.runtime.explanation;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/**
 * Tests whether groups of rows differ more than they would if the groups meant nothing.
 *
 * <p>The group labels are shuffled again and again, and the share of shuffles in which the groups differ at least as
 * much as they really do is the p-value (Phipson and Smyth 2010, "Permutation P-values should never be zero"). Labels
 * are shuffled within strata only, so that a difference between strata, such as classes of different difficulty, is not
 * taken for one between groups. Nothing is assumed about how values are distributed; each may have several numbers.
 *
 * @param permutations the number of shuffles, at least 1; the smallest possible p-value is 1 / (permutations + 1)
 * @param seed equal seeds shuffle equally
 */
public record PermutationTest(int permutations, long seed) {

    /**
     * What came out.
     *
     * @param explainedShare which share of the variance within the strata the groups explain, in [0, 1]
     * @param pValue how probable at least such a share is if the groups mean nothing, in (0, 1]
     */
    public record Result(double explainedShare, double pValue) {}

    /** Rounding must not decide whether a shuffle that gives the same groups again counts. */
    private static final double TOLERANCE = 1e-9;

    /** Checks the number; throws {@link IllegalArgumentException}. */
    public PermutationTest {
        if (permutations < 1) {
            throw new IllegalArgumentException("A test takes at least 1 permutation, not " + permutations + ".");
        }
    }

    /**
     * Compares groups.
     *
     * @param values the numbers of each row, all rows with as many
     * @param groups the group of each row, from 0
     * @param strata the stratum of each row, from 0
     * @param monitor asked for cancellation at each permutation, and told about the progress
     * @return the share that the groups explain and its p-value; share 0 and p-value 1 where nothing varies
     */
    public Result compare(
            final List<float[]> values, final int[] groups, final int[] strata, final ProgressMonitor monitor) {
        final double[][] centred = centred(values, strata);
        final double total = Arrays.stream(centred)
                .flatMapToDouble(Arrays::stream)
                .map(value -> value * value)
                .sum();
        final double real = between(centred, groups);
        if (!(total > 0)) {
            return new Result(0, 1);
        }
        final KeyedNoise noise = new KeyedNoise(seed).forPurpose("permutation");
        final int[][] members = members(strata);
        int atLeast = 0;
        for (int permutation = 0; permutation < permutations; permutation++) {
            monitor.checkCancelled();
            monitor.report((double) permutation / permutations, "Shuffling the groups");
            if (between(centred, shuffled(groups, members, noise, permutation)) >= real * (1 - TOLERANCE)) {
                atLeast++;
            }
        }
        return new Result(real / total, (atLeast + 1.0) / (permutations + 1.0));
    }

    /** The sum of squares between the groups: sum over g of n_g |mean of g|^2, of centred values. */
    private static double between(final double[][] values, final int[] groups) {
        final int count = Arrays.stream(groups).max().orElse(-1) + 1;
        final int width = values.length == 0 ? 0 : values[0].length;
        final double[][] sums = new double[count][width];
        final int[] sizes = new int[count];
        for (int row = 0; row < values.length; row++) {
            final double[] sum = sums[groups[row]];
            for (int i = 0; i < width; i++) {
                sum[i] += values[row][i];
            }
            sizes[groups[row]]++;
        }
        double squares = 0;
        for (int group = 0; group < count; group++) {
            for (int i = 0; i < width && sizes[group] > 0; i++) {
                squares += sums[group][i] * sums[group][i] / sizes[group];
            }
        }
        return squares;
    }

    /** The values without the mean of their stratum. */
    private static double[][] centred(final List<float[]> values, final int[] strata) {
        final double[][] centred = new double[values.size()][];
        for (final int[] members : members(strata)) {
            final double[] mean = new double[members.length == 0 ? 0 : values.get(members[0]).length];
            for (final int row : members) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += values.get(row)[i] / (double) members.length;
                }
            }
            for (final int row : members) {
                centred[row] = new double[mean.length];
                for (int i = 0; i < mean.length; i++) {
                    centred[row][i] = values.get(row)[i] - mean[i];
                }
            }
        }
        return centred;
    }

    /** The rows of each stratum. */
    private static int[][] members(final int[] strata) {
        final int[][] members = new int[Arrays.stream(strata).max().orElse(-1) + 1][];
        final int[] sizes = new int[members.length];
        Arrays.stream(strata).forEach(stratum -> sizes[stratum]++);
        Arrays.setAll(members, stratum -> new int[sizes[stratum]]);
        for (int row = strata.length - 1; row >= 0; row--) {
            members[strata[row]][--sizes[strata[row]]] = row;
        }
        return members;
    }

    /** Fisher's and Yates' shuffle of the labels within each stratum. */
    private static int[] shuffled(
            final int[] groups, final int[][] members, final KeyedNoise noise, final int permutation) {
        final int[] shuffled = groups.clone();
        for (final int[] rows : members) {
            for (int last = rows.length - 1; last > 0; last--) {
                final int other = rows[noise.uniformInt(rows[last], permutation, last + 1)];
                final int label = shuffled[rows[last]];
                shuffled[rows[last]] = shuffled[other];
                shuffled[other] = label;
            }
        }
        return shuffled;
    }
}
