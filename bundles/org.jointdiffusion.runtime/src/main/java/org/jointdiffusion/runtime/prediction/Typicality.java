package org.jointdiffusion.runtime.prediction;

import java.util.Arrays;
import org.jointdiffusion.runtime.model.ReferenceErrors;

/**
 * Says how usual an image is: its denoising error as a percentile among those of held-out real images.
 *
 * <p>Real images are spread evenly over 0 to 100, with 50 in the middle; an image near 0 is denoised worse than nearly
 * all real ones, so the model knows nothing like it. Immutable.
 */
public final class Typicality {

    private final double[] sorted;

    /**
     * Compares with held-out images.
     *
     * @param heldOutErrors {@link DenoisingError denoising errors} of real images that the model was not trained on, at
     *     least 1
     * @throws IllegalArgumentException when there is none or one is not a number
     */
    public Typicality(final double[] heldOutErrors) {
        if (heldOutErrors.length == 0 || Arrays.stream(heldOutErrors).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException(
                    "Typicality needs the denoising error of at least 1 held-out image, each of them a number.");
        }
        sorted = heldOutErrors.clone();
        Arrays.sort(sorted);
    }

    /** Compares with the held-out images of a model. */
    public static Typicality of(final ReferenceErrors reference) {
        return new Typicality(
                reference.errors().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The share of the held-out images with a larger error, in percent; those with an equal error count half. */
    public double percentile(final double error) {
        final int smaller = firstNotBelow(error);
        int equal = 0;
        while (smaller + equal < sorted.length && sorted[smaller + equal] == error) {
            equal++;
        }
        return 100 * (sorted.length - smaller - equal / 2.0) / sorted.length;
    }

    private int firstNotBelow(final double error) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < error) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
