package org.jointdiffusion.spark;

import org.jointdiffusion.runtime.image.PixelImage;

/**
 * An image of a row.
 *
 * @param name the name of the row
 * @param pixels the image, in the shape of the model
 */
record NamedImage(String name, PixelImage pixels) {}
