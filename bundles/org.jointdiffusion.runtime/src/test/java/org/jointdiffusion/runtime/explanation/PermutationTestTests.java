package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.junit.jupiter.api.Test;

class PermutationTestTests {

    private static final int[] ONE_STRATUM = new int[8];

    private static List<float[]> numbers(final double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> new float[] {(float) value})
                .toList();
    }

    private static PermutationTest.Result compare(
            final int permutations, final List<float[]> values, final int[] groups, final int[] strata) {
        return new PermutationTest(permutations, 5).compare(values, groups, strata, ProgressMonitor.silent());
    }

    /** Of the 70 ways to split 8 rows into two groups of 4, only the real one and its mirror differ as much. */
    @Test
    void thePValueIsTheShareOfAllShufflesThatDifferAsMuch() {
        final PermutationTest.Result result =
                compare(20_000, numbers(1, 2, 3, 4, 11, 12, 13, 14), new int[] {0, 0, 0, 0, 1, 1, 1, 1}, ONE_STRATUM);
        assertEquals(2 / 70.0, result.pValue(), 4 * Math.sqrt(2 / 70.0 / 20_000));
        // means -5 and 5 around the total mean; within a group the squares add up to 5
        assertEquals(8 * 25 / (8 * 25 + 10.0), result.explainedShare(), 1e-6);
    }

    @Test
    void withoutADifferenceThePValuesAreUniform() {
        final KeyedNoise noise = new KeyedNoise(9);
        int small = 0;
        for (int trial = 0; trial < 400; trial++) {
            final float[] values = new float[8];
            noise.gaussian(trial, 0, values, 0, 8);
            final List<float[]> rows = IntStream.range(0, 8)
                    .mapToObj(row -> new float[] {values[row]})
                    .toList();
            small += compare(99, rows, new int[] {0, 1, 0, 1, 0, 1, 0, 1}, ONE_STRATUM)
                                    .pValue()
                            <= 0.2
                    ? 1
                    : 0;
        }
        assertEquals(0.2, small / 400.0, 0.06);
    }

    @Test
    void aDifferenceBetweenStrataIsNoneBetweenGroups() {
        final int[] groups = {0, 0, 0, 1, 0, 1, 1, 1};
        final int[] strata = {0, 0, 0, 0, 1, 1, 1, 1};
        final List<float[]> values = numbers(1, 2, 3, 2, 102, 101, 102, 103);
        assertTrue(compare(999, values, groups, strata).explainedShare() < 0.05);
        assertTrue(compare(999, values, groups, ONE_STRATUM).explainedShare() > 0.2);
    }

    @Test
    void severalNumbersARowAreComparedTogether() {
        final List<float[]> values = IntStream.range(0, 8)
                .mapToObj(row -> row < 4 ? new float[] {row % 2, 1} : new float[] {row % 2, -1})
                .toList();
        final PermutationTest.Result result = compare(2000, values, new int[] {0, 0, 0, 0, 1, 1, 1, 1}, ONE_STRATUM);
        assertEquals(0.8, result.explainedShare(), 1e-6);
        assertEquals(2 / 70.0, result.pValue(), 0.02);
    }

    @Test
    void whereNothingVariesNothingIsExplained() {
        assertEquals(
                new PermutationTest.Result(0, 1), compare(10, numbers(3, 3, 3, 3), new int[] {0, 0, 1, 1}, new int[4]));
        assertEquals(new PermutationTest.Result(0, 1), compare(10, List.of(), new int[0], new int[0]));
    }

    @Test
    void theUserCanCancel() {
        final ProgressMonitor cancelled = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // not of interest
            }

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThrows(CancelledException.class, () -> new PermutationTest(10, 1)
                .compare(numbers(1, 2), new int[] {0, 1}, new int[2], cancelled));
        assertThrows(IllegalArgumentException.class, () -> new PermutationTest(0, 1));
    }

    @Test
    void holmMultipliesTheSmallestMost() {
        final double[] corrected = HolmCorrection.of(new double[] {0.04, 0.01, 0.03, 0.9});
        final double[] expected = {0.09, 0.04, 0.09, 0.9};
        for (int test = 0; test < 4; test++) {
            assertEquals(expected[test], corrected[test], 1e-12);
        }
    }
}
