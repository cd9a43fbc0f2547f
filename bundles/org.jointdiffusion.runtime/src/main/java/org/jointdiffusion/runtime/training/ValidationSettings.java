package org.jointdiffusion.runtime.training;

/**
 * What is held out, and when training stops early.
 *
 * @param share the share of the labelled rows that is held out, the same of every class, in [0, 0.5]; with 0 nothing is
 *     validated and the last weights are kept; without meaning when there are rows that only judge
 * @param patience how many validations in a row may bring no improvement, at least 1
 * @param minimumImprovement the share by which the joint validation loss must fall to count as an improvement, at least
 *     0
 */
public record ValidationSettings(double share, int patience, double minimumImprovement) {

    /** A tenth is held out and training goes on to the end of its budget. */
    public static final ValidationSettings DEFAULT = new ValidationSettings(0.1, Integer.MAX_VALUE, 0);

    /** Checks the values; throws {@link IllegalArgumentException} with the offending one. */
    public ValidationSettings {
        if (!(share >= 0) || !(share <= 0.5)) {
            throw new IllegalArgumentException("The validation share must be from 0 to 0.5, not " + share + ".");
        }
        if (patience < 1) {
            throw new IllegalArgumentException("The patience must be 1 or more, not " + patience + ".");
        }
        if (!(minimumImprovement >= 0) || !(minimumImprovement < 1)) {
            throw new IllegalArgumentException(
                    "The minimum improvement must be in [0, 1), not " + minimumImprovement + ".");
        }
    }

    /** The same, stopping after so many validations without improvement. */
    public ValidationSettings withEarlyStopping(final int newPatience, final double newMinimumImprovement) {
        return new ValidationSettings(share, newPatience, newMinimumImprovement);
    }
}
