package org.jointdiffusion.nodes.comparison;

import java.util.Optional;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * What is compared of one counterfactual.
 *
 * @param group the name of its group
 * @param classes the class before and the desired class
 * @param success whether the classifier saw the desired class
 * @param change how much had to change; empty when it did not succeed
 */
record Explained(String group, String classes, boolean success, Optional<Change> change) {

    /**
     * A change that succeeded.
     *
     * @param mean the mean absolute change, in [0, 1]
     * @param pixels the share of changed pixels, in [0, 1]
     * @param noiseLevel the noise level that was needed, in (0, 1]
     * @param original the image before
     * @param counterfactual the image after
     */
    record Change(double mean, double pixels, double noiseLevel, PixelImage original, PixelImage counterfactual) {}
}
