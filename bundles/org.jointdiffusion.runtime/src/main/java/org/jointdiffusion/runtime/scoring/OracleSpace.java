package org.jointdiffusion.runtime.scoring;

import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.oracle.Oracle;

/**
 * What an oracle sees before it decides. The images that are compared must not be those that it learned from.
 *
 * @param oracle stays its owner's to close
 * @param taught the number of images that it learned from
 */
record OracleSpace(Oracle oracle, int taught) implements FeatureSpace {

    @Override
    public String description() {
        return oracle.featureWidth() + " features of an oracle that learned from " + taught + " other test images";
    }

    @Override
    public FeatureVectors of(final List<PixelImage> images) {
        return new FeatureVectors(oracle.features(images), oracle.featureWidth());
    }
}
