package org.jointdiffusion.runtime.diffusion;

/**
 * How strongly denoising is steered toward the desired class.
 *
 * <p>Either scale means the same on every model: a share of the predicted noise, or a power of the probability.
 *
 * @param kind what the classifier's gradient moves
 * @param strength how strongly, in multiples of the scale, at least 0
 * @param scale what the strength is a multiple of
 */
public record Guidance(GuidanceKind kind, double strength, GuidanceScale scale) {

    /** No guidance. */
    public static final Guidance NONE = new Guidance(GuidanceKind.NONE, 0, GuidanceScale.NOISE);

    /** The power of the probability at which conditional samples were best in the comparison (docs/guidance.md). */
    private static final double USUAL_POWER = 3;

    /** Checks the strength; throws {@link IllegalArgumentException} when it is negative or not finite. */
    public Guidance {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("The guidance strength must be 0 or more, not " + strength + ".");
        }
    }

    /** The strength at which conditional samples were best in the comparison of strengths. */
    public static Guidance automatic(final GuidanceKind kind) {
        return kind == GuidanceKind.NONE ? NONE : probability(kind, USUAL_POWER);
    }

    /** Guidance whose change has a share of the predicted noise's norm. */
    public static Guidance noise(final GuidanceKind kind, final double share) {
        return new Guidance(kind, share, GuidanceScale.NOISE);
    }

    /** Guidance by a power of the classifier's probability. */
    public static Guidance probability(final GuidanceKind kind, final double power) {
        return new Guidance(kind, power, GuidanceScale.PROBABILITY);
    }
}
