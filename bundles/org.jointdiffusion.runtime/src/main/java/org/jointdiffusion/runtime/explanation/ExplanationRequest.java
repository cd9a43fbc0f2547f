package org.jointdiffusion.runtime.explanation;

import java.util.Optional;
import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * Asks what would have to change in an image for the classifier to decide otherwise.
 *
 * @param row the number of the row; with the seed and the attempt it determines all noise
 * @param original the image, in the model's shape
 * @param desiredClass the index of the class to reach; empty for the second most probable one
 * @param attempt 0 for the first counterfactual of a row; others start from other noise and show other ways
 * @param mask where the image may change; empty for everywhere
 */
public record ExplanationRequest(
        long row, PixelImage original, OptionalInt desiredClass, int attempt, Optional<ChangeMask> mask) {

    /** The largest attempt number. */
    public static final int LAST_ATTEMPT = 9999;

    /** Checks the attempt and the size of the mask; throws {@link IllegalArgumentException}. */
    public ExplanationRequest {
        if (attempt < 0 || attempt > LAST_ATTEMPT) {
            throw new IllegalArgumentException(
                    "Row " + row + ": the attempt must be in 0 to " + LAST_ATTEMPT + ", not " + attempt + ".");
        }
        if (mask.isPresent()
                && mask.get().positions()
                        != original.shape().height() * original.shape().width()) {
            throw new IllegalArgumentException("Row " + row + ": the mask is "
                    + mask.get().picture().shape() + ", but the image is " + original.shape()
                    + ". Fit the mask to the image first.");
        }
    }

    /** A request that lets the image change everywhere. */
    public ExplanationRequest(
            final long row, final PixelImage original, final OptionalInt desiredClass, final int attempt) {
        this(row, original, desiredClass, attempt, Optional.empty());
    }
}
