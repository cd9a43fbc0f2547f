package org.jointdiffusion.runtime.explanation;

import java.util.List;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.sampling.SamplingSettings;

/**
 * How the smallest convincing change is searched.
 *
 * @param guidance how denoising is steered toward the desired class
 * @param noiseLevels how much noise is tried, as shares of T in (0, 1], rising; the first that convinces is kept
 * @param steps the number of denoising steps that a level of 1 would take, at least 1; a level takes its share
 * @param draws how many draws of the noise are tried at each level, at least 1; the smallest convincing change is kept
 * @param pull how strongly every step is pulled toward the original: changes of the predicted image shrink by this
 *     much, in grey levels of 255, at least 0
 * @param confidence the probability of the desired class, averaged over clean and noised copies of the counterfactual,
 *     that convinces; in [0, 1]
 * @param seed the seed of all noise
 * @param batchSize how many images are denoised at once, at least 1, or 0 for automatic
 * @param secondsPerRow how long a row is searched at most, above 0; the rows of a batch share their time, and the noise
 *     level that is being tried when it is used up is finished. Results then depend on the computer's speed
 */
public record ExplanationSettings(
        Guidance guidance,
        List<Double> noiseLevels,
        int steps,
        int draws,
        double pull,
        double confidence,
        long seed,
        int batchSize,
        double secondsPerRow) {

    /** The number of seconds of a search that only ends when every noise level was tried. */
    public static final double UNLIMITED_SECONDS = Double.POSITIVE_INFINITY;

    /** Copies the levels and checks all numbers; throws {@link IllegalArgumentException}. */
    public ExplanationSettings {
        noiseLevels = List.copyOf(noiseLevels);
        double previous = 0;
        for (final double level : noiseLevels) {
            require(level > previous && level <= 1, "The noise levels must rise and lie in 0 to 1", noiseLevels);
            previous = level;
        }
        require(!noiseLevels.isEmpty(), "There must be at least one noise level", noiseLevels);
        require(steps >= 1, "Denoising takes at least 1 step", steps);
        require(draws >= 1, "There must be at least 1 draw of the noise", draws);
        require(pull >= 0 && pull <= 255, "The pull must be in 0 to 255 grey levels", pull);
        require(confidence >= 0 && confidence <= 1, "The confidence must be in 0 to 1", confidence);
        require(batchSize >= SamplingSettings.AUTOMATIC_BATCH_SIZE, "The batch size must be 0 or more", batchSize);
        require(secondsPerRow > 0, "The seconds per row must be above 0", secondsPerRow);
    }

    private static void require(final boolean condition, final String rule, final Object value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ", not " + value + ".");
        }
    }

    /**
     * The settings that did best on Fashion-MNIST: guidance on the noisy image by 0.4 of the noise, seven noise levels,
     * three draws, a pull of four grey levels.
     *
     * <p>Against an independent classifier, each part earned its place: the demanded confidence turns most flips that
     * only fool the model into ones that others see too; denoising beside the original (see {@link EditedDenoising})
     * makes the change a seventh smaller than plain noising at almost the same agreement.
     */
    public static ExplanationSettings usual(final long seed) {
        return new ExplanationSettings(
                usualGuidance(GuidanceKind.IMAGE),
                List.of(0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
                30,
                3,
                4,
                0.95,
                seed,
                SamplingSettings.AUTOMATIC_BATCH_SIZE,
                UNLIMITED_SECONDS);
    }

    /**
     * The guidance that did best: it pushes on when the class is reached, since a counterfactual has to convince.
     *
     * @param kind what the classifier's gradient moves
     */
    public static Guidance usualGuidance(final GuidanceKind kind) {
        return kind == GuidanceKind.NONE ? Guidance.NONE : Guidance.noise(kind, kind == GuidanceKind.IMAGE ? 0.4 : 0.8);
    }

    /** The same with other guidance. */
    public ExplanationSettings withGuidance(final Guidance other) {
        return new ExplanationSettings(
                other, noiseLevels, steps, draws, pull, confidence, seed, batchSize, secondsPerRow);
    }

    /** The same with other noise levels. */
    public ExplanationSettings withNoiseLevels(final List<Double> other) {
        return new ExplanationSettings(guidance, other, steps, draws, pull, confidence, seed, batchSize, secondsPerRow);
    }

    /** The same with another number of steps. */
    public ExplanationSettings withSteps(final int other) {
        return new ExplanationSettings(
                guidance, noiseLevels, other, draws, pull, confidence, seed, batchSize, secondsPerRow);
    }

    /** The same with another number of draws a level. */
    public ExplanationSettings withDraws(final int other) {
        return new ExplanationSettings(
                guidance, noiseLevels, steps, other, pull, confidence, seed, batchSize, secondsPerRow);
    }

    /** The same with another pull toward the original. */
    public ExplanationSettings withPull(final double other) {
        return new ExplanationSettings(
                guidance, noiseLevels, steps, draws, other, confidence, seed, batchSize, secondsPerRow);
    }

    /** The same with another confidence. */
    public ExplanationSettings withConfidence(final double other) {
        return new ExplanationSettings(
                guidance, noiseLevels, steps, draws, pull, other, seed, batchSize, secondsPerRow);
    }

    /** The same with another batch size. */
    public ExplanationSettings withBatchSize(final int other) {
        return new ExplanationSettings(
                guidance, noiseLevels, steps, draws, pull, confidence, seed, other, secondsPerRow);
    }

    /** The same with another limit of time. */
    public ExplanationSettings withSecondsPerRow(final double other) {
        return new ExplanationSettings(guidance, noiseLevels, steps, draws, pull, confidence, seed, batchSize, other);
    }
}
