package org.jointdiffusion.runtime.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How badly a model denoises usual images: the denoising errors of real images that were held out from its training.
 * With them an image can be called typical or not.
 *
 * @param images the number of held-out images
 * @param errors their errors in rising order, each at least 0; of more than {@link #MOST} images, the percentiles from
 *     0 to 100
 */
public record ReferenceErrors(int images, List<Double> errors) {

    /** With fewer images nothing can be said of what is usual. */
    public static final int FEWEST = 20;

    /** As many numbers are kept at most: one for each percentile. */
    public static final int MOST = 101;

    /** Copies the list; throws {@link IllegalArgumentException} that says what is wrong with the numbers. */
    public ReferenceErrors {
        errors = List.copyOf(errors);
        if (errors.size() < FEWEST || errors.size() > MOST || images < errors.size()) {
            throw new IllegalArgumentException("There are " + FEWEST + " to " + MOST
                    + " reference errors, no more than images, not " + errors.size() + " of " + images + " images.");
        }
        double last = 0;
        for (final double error : errors) {
            if (!(error >= last) || Double.isInfinite(error)) {
                throw new IllegalArgumentException(
                        "Reference errors are rising numbers from 0 on, but " + error + " follows " + last + ".");
            }
            last = error;
        }
    }

    /** Keeps what is needed of the errors of held-out images; empty when there are fewer than {@link #FEWEST}. */
    public static Optional<ReferenceErrors> of(final double[] heldOutErrors) {
        if (heldOutErrors.length < FEWEST) {
            return Optional.empty();
        }
        final double[] sorted = heldOutErrors.clone();
        Arrays.sort(sorted);
        if (sorted.length <= MOST) {
            return Optional.of(new ReferenceErrors(
                    sorted.length, Arrays.stream(sorted).boxed().toList()));
        }
        final Double[] percentiles = new Double[MOST];
        for (int percent = 0; percent < MOST; percent++) {
            final double place = percent / (MOST - 1.0) * (sorted.length - 1);
            final int below = (int) place;
            final int above = Math.min(sorted.length - 1, below + 1);
            final double between = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
            // rounding must not put it behind its neighbour
            percentiles[percent] = Math.min(sorted[above], between);
        }
        return Optional.of(new ReferenceErrors(sorted.length, List.of(percentiles)));
    }
}
