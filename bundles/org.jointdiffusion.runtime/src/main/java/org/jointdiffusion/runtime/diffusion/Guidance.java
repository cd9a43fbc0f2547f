package org.jointdiffusion.runtime.diffusion;

/**
 * How strongly denoising is steered toward the desired class.
 *
 * <p>The strength is relative: the change of the predicted noise has this fraction of the predicted noise's own norm,
 * for each row and step, so that one setting means the same on every model.
 *
 * @param kind what the classifier's gradient moves
 * @param strength the relative change of the predicted noise, at least 0; 0.1 is usual for images, 0.2 for
 *     representations
 */
public record Guidance(GuidanceKind kind, double strength) {

    /** No guidance. */
    public static final Guidance NONE = new Guidance(GuidanceKind.NONE, 0);

    /** Checks the strength; throws {@link IllegalArgumentException} when it is negative or not finite. */
    public Guidance {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("The guidance strength must be 0 or more, not " + strength + ".");
        }
    }

    /** The strength at which conditional samples were best in the comparison of guidance kinds. */
    public static Guidance automatic(final GuidanceKind kind) {
        return switch (kind) {
            case NONE -> NONE;
            case REPRESENTATION -> new Guidance(kind, 0.2);
            case IMAGE -> new Guidance(kind, 0.1);
        };
    }
}
