package org.jointdiffusion.runtime.explanation;

import java.util.OptionalInt;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * Asks what would have to change in an image for the classifier to decide otherwise.
 *
 * @param row the number of the row; with the seed and the attempt it determines all noise
 * @param original the image, in the model's shape
 * @param desiredClass the index of the class to reach; empty for the second most probable one
 * @param attempt 0 for the first counterfactual of a row; others start from other noise and show other ways
 */
public record ExplanationRequest(long row, PixelImage original, OptionalInt desiredClass, int attempt) {

    /** The largest attempt number. */
    public static final int LAST_ATTEMPT = 9999;

    /** Checks the attempt; throws {@link IllegalArgumentException}. */
    public ExplanationRequest {
        if (attempt < 0 || attempt > LAST_ATTEMPT) {
            throw new IllegalArgumentException(
                    "Row " + row + ": the attempt must be in 0 to " + LAST_ATTEMPT + ", not " + attempt + ".");
        }
    }
}
