package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * What a model is trained on.
 *
 * @param shape the shape of every image
 * @param pixels unsigned 8-bit values, n x channels x height x width; not to be changed
 * @param labels the class of each image, -1 where it is unknown; not to be changed
 * @param classNames the names of the classes, in the order of their numbers
 */
public record TrainingImages(ImageShape shape, byte[] pixels, int[] labels, List<String> classNames) {

    /** Copies the class names; throws {@link IllegalArgumentException} when lengths or labels do not fit. */
    public TrainingImages {
        classNames = List.copyOf(classNames);
        if (pixels.length != (long) labels.length * shape.size()) {
            throw new IllegalArgumentException(labels.length + " images of " + shape + " have "
                    + (long) labels.length * shape.size() + " values, not " + pixels.length + ".");
        }
        for (final int label : labels) {
            if (label < -1 || label >= classNames.size()) {
                throw new IllegalArgumentException("There is no class number " + label + ".");
            }
        }
    }

    /** A copy of one image. */
    public PixelImage image(final int row) {
        return new PixelImage(shape, Arrays.copyOfRange(pixels, row * shape.size(), (row + 1) * shape.size()));
    }

    /** The number of images. */
    public int count() {
        return labels.length;
    }
}
