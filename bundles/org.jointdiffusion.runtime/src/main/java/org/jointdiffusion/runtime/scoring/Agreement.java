package org.jointdiffusion.runtime.scoring;

import java.util.Arrays;

/**
 * In how many samples a classifier sees the class that was asked for.
 *
 * @param asked the number of samples of each class; not to be changed
 * @param agreed the number of these in which the classifier sees that class; not to be changed
 */
public record Agreement(int[] asked, int[] agreed) {

    /**
     * Counts.
     *
     * @param wanted the class that was asked for in each sample
     * @param seen the class that the classifier sees in each sample
     */
    static Agreement of(final int[] wanted, final int[] seen, final int classes) {
        final int[] asked = new int[classes];
        final int[] agreed = new int[classes];
        for (int sample = 0; sample < wanted.length; sample++) {
            asked[wanted[sample]]++;
            agreed[wanted[sample]] += wanted[sample] == seen[sample] ? 1 : 0;
        }
        return new Agreement(asked, agreed);
    }

    /** The number of samples. */
    public int samples() {
        return Arrays.stream(asked).sum();
    }

    /** The share of all samples; NaN without samples. */
    public double share() {
        return (double) Arrays.stream(agreed).sum() / samples();
    }

    /** The share of the samples of one class; NaN without any. */
    public double share(final int label) {
        return (double) agreed[label] / asked[label];
    }
}
