package org.jointdiffusion.runtime.scoring;

import java.util.List;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.FeatureVectors;

/** Where images are compared: a network's view of them. */
interface FeatureSpace {

    /** Says in words which features these are. */
    String description();

    /** The features of images of the model's shape, in their order. */
    FeatureVectors of(List<PixelImage> images);
}
