package org.jointdiffusion.runtime.scoring;

/** In which features sets of images are compared. */
public enum FeatureChoice {
    /** Those of an oracle where there are enough images to train one, otherwise those of the model itself. */
    AUTOMATIC,
    /** Those of an oracle: an independent classifier that is trained on a part of the images. */
    ORACLE,
    /** Those of the model itself: its pooled representation at the middle of the network. */
    REPRESENTATION
}
