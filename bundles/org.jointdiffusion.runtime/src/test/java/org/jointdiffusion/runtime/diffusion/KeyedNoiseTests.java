package org.jointdiffusion.runtime.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedNoiseTests {

    private static final int MANY = 200_000;

    private final KeyedNoise noise = new KeyedNoise(7);

    @Test
    void gaussianNoiseHasTheMomentsOfTheNormalDistribution() {
        final float[] numbers = gaussian(noise, 3, 5, MANY);
        final double[] moments = new double[5];
        for (final float number : numbers) {
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(number, power) / MANY;
            }
        }
        assertEquals(0, moments[1], 0.01);
        assertEquals(1, moments[2], 0.015);
        assertEquals(0, moments[3], 0.03);
        assertEquals(3, moments[4], 0.1);
    }

    @Test
    void neighboursAreNotCorrelated() {
        final float[] first = gaussian(noise, 3, 5, MANY);
        assertEquals(0, correlation(first, gaussian(noise, 4, 5, MANY)), 0.01);
        assertEquals(0, correlation(first, gaussian(noise, 3, 6, MANY)), 0.01);
        assertEquals(0, correlation(first, gaussian(new KeyedNoise(8), 3, 5, MANY)), 0.01);
        assertEquals(0, correlation(first, gaussian(noise.forPurpose("other"), 3, 5, MANY)), 0.01);
        assertEquals(0, correlation(first, Arrays.copyOfRange(gaussian(noise, 3, 5, MANY + 1), 1, MANY + 1)), 0.01);
    }

    @Test
    void theFirstNumbersAreTheSameForEveryLength() {
        final float[] all = gaussian(noise, 1, 2, 11);
        for (int length = 0; length < 11; length++) {
            assertArrayEquals(Arrays.copyOf(all, length), gaussian(noise, 1, 2, length));
        }
    }

    @Test
    void onlyTheAskedPartOfTheArrayChanges() {
        final float[] target = new float[10];
        noise.gaussian(1, 2, target, 3, 5);
        assertArrayEquals(gaussian(noise, 1, 2, 5), Arrays.copyOfRange(target, 3, 8));
        assertArrayEquals(new float[3], Arrays.copyOf(target, 3));
        assertArrayEquals(new float[2], Arrays.copyOfRange(target, 8, 10));
    }

    @Test
    void everyPartOfTheKeyMatters() {
        final Set<Double> draws = new HashSet<>();
        for (final long key : new long[] {0, 1, 1L << 32, -1, Long.MIN_VALUE}) {
            draws.add(new KeyedNoise(key).uniform(9, 9));
            draws.add(noise.uniform(key, 9));
        }
        draws.add(noise.uniform(9, 1));
        draws.add(noise.uniform(9, 0xFFFFFFFFL));
        assertEquals(12, draws.size());
    }

    @Test
    void uniformNumbersFillTheInterval() {
        final float[] numbers = new float[MANY];
        noise.uniform(1, 1, numbers, 0, MANY);
        final int[] counts = new int[10];
        for (final float number : numbers) {
            counts[(int) (number * 10)]++;
        }
        for (final int count : counts) {
            assertEquals(MANY / 10, count, 500);
        }
    }

    @Test
    void wholeNumbersAreEquallyLikely() {
        final int[] counts = new int[7];
        for (int step = 0; step < 70_000; step++) {
            counts[noise.uniformInt(2, step, 7)]++;
        }
        for (final int count : counts) {
            assertEquals(10_000, count, 400);
        }
        final int large = noise.uniformInt(2, 3, Integer.MAX_VALUE);
        assertTrue(large >= 0, () -> "drew " + large);
        assertEquals(0, noise.uniformInt(2, 3, 1));
    }

    @Test
    void purposesAreStableAndDiffer() {
        assertEquals(
                noise.forPurpose("a").uniform(1, 1),
                new KeyedNoise(7).forPurpose("a").uniform(1, 1));
        assertNotEquals(
                noise.forPurpose("a").uniform(1, 1), noise.forPurpose("b").uniform(1, 1));
    }

    @Test
    void refusesStepsThatDoNotFitAndBoundsBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> noise.uniform(0, -1));
        assertThrows(IllegalArgumentException.class, () -> noise.uniform(0, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> noise.uniformInt(0, 0, 0));
    }

    private static float[] gaussian(final KeyedNoise noise, final long row, final long step, final int length) {
        final float[] numbers = new float[length];
        noise.gaussian(row, step, numbers, 0, length);
        return numbers;
    }

    private static double correlation(final float[] a, final float[] b) {
        double sum = 0;
        for (int index = 0; index < a.length; index++) {
            sum += a[index] * b[index];
        }
        return sum / a.length;
    }
}
