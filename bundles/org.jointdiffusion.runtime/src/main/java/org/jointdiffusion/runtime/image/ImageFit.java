package org.jointdiffusion.runtime.image;

/** How an image of other proportions is brought to the network's size. */
public enum ImageFit {
    /** Both sides are scaled on their own; the proportions change. */
    STRETCH,
    /** The proportions are kept; the rest is filled with the mean colour of the image's border. */
    PAD
}
