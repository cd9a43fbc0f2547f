package org.jointdiffusion.runtime.training;

/**
 * How images are varied before the classifier sees them; the diffusion loss always sees them as they are (paper,
 * section "Joint training").
 *
 * @param flip whether images may be mirrored
 * @param largestShift the largest number of pixels by which images are moved in each direction, at least 0
 */
public record Augmentation(Flip flip, int largestShift) {

    /** Mirroring of images. */
    public enum Flip {
        /** Images stay as they are: right where left and right differ in meaning, such as for letters. */
        NEVER,
        /** Half of the images are mirrored from left to right. */
        HORIZONTAL
    }

    /** Small shifts, no mirroring. */
    public static final Augmentation DEFAULT = new Augmentation(Flip.NEVER, 2);

    /** Checks the shift; throws {@link IllegalArgumentException}. */
    public Augmentation {
        if (largestShift < 0) {
            throw new IllegalArgumentException("The largest shift must be 0 or more pixels, not " + largestShift + ".");
        }
    }

    /** The same with another rule for mirroring. */
    public Augmentation withFlip(final Flip newFlip) {
        return new Augmentation(newFlip, largestShift);
    }
}
