package org.jointdiffusion.runtime.scoring;

import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.metrics.FrechetDistance;
import org.jointdiffusion.runtime.metrics.PrecisionRecall;

/**
 * Samples against as many real images, and these against as many other real images: the best that any samples could
 * reach with so few.
 *
 * @param space says in which features, in words
 * @param images the number of images in each set
 * @param distance the Fréchet distance of the samples, at least 0
 * @param floor the Fréchet distance between the two sets of real images
 * @param quality precision and recall of the samples
 * @param ceiling precision and recall of the other real images
 */
public record SetComparison(
        String space, int images, double distance, double floor, PrecisionRecall quality, PrecisionRecall ceiling) {

    /** With fewer images in a set, chance decides. */
    static final int FEWEST = 20;

    /** Compares three sets of equally many images, at least {@link #FEWEST}. */
    static SetComparison of(
            final String space, final FeatureVectors samples, final FeatureVectors real, final FeatureVectors other) {
        return new SetComparison(
                space,
                real.count(),
                FrechetDistance.between(real, samples),
                FrechetDistance.between(real, other),
                PrecisionRecall.of(real, samples, PrecisionRecall.USUAL_NEIGHBOURS),
                PrecisionRecall.of(real, other, PrecisionRecall.USUAL_NEIGHBOURS));
    }
}
