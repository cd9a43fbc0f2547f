package org.jointdiffusion.runtime.explanation;

/**
 * What the model thinks of a candidate.
 *
 * @param flips whether the desired class is the most probable one of the rounded image
 * @param confidence the probability of the desired class, averaged over clean and noised copies
 */
record Judgement(boolean flips, double confidence) {

    boolean convinces(final double required) {
        return flips && confidence >= required;
    }
}
