package org.jointdiffusion.runtime.network;

import org.jointdiffusion.runtime.image.ImageShape;

/**
 * The shape of an oracle: a plain convolutional classifier that shares neither weights nor architecture with the joint
 * network.
 *
 * @param image what it judges, at least 8 x 8 pixels
 * @param classes number of classes, at least 2
 */
public record OracleConfiguration(ImageShape image, int classes) {

    /** The features of one image before the last linear map. */
    public static final int FEATURES = 128;

    private static final int SMALLEST_SIDE = 8;

    /** Throws {@link IllegalArgumentException} that says which value does not fit. */
    public OracleConfiguration {
        if (classes < 2) {
            throw new IllegalArgumentException("A classifier needs at least 2 classes, not " + classes + ".");
        }
        if (image.height() < SMALLEST_SIDE || image.width() < SMALLEST_SIDE) {
            throw new IllegalArgumentException("The images must be at least " + SMALLEST_SIDE + " pixels high and"
                    + " wide, not " + image + ". Choose a larger image size.");
        }
    }
}
