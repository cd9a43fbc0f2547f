package org.jointdiffusion.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * A few images that a model drew when it was finished, so that one can see what it has learned without drawing.
 *
 * @param classes the number of classes that have images: the first ones of the model, 1 to {@link #MOST_CLASSES}
 * @param perClass the number of images of each of them, 1 to {@link #MOST_PER_CLASS}
 * @param images of one shape, the images of a class follow each other; {@link #MOST_BYTES} values at most
 */
public record ModelSamples(int classes, int perClass, List<PixelImage> images) {

    /** Images of so many classes are kept at most. */
    public static final int MOST_CLASSES = 10;

    /** So many images of a class are kept at most. */
    public static final int MOST_PER_CLASS = 4;

    /** All images together have so many values at most: 40 images of 64 x 64 pixels in colour, 10 of 128 x 128. */
    public static final int MOST_BYTES = 512 << 10;

    /** Copies the list; throws {@link IllegalArgumentException} that says what is wrong with the images. */
    public ModelSamples {
        images = List.copyOf(images);
        checkCounts(classes, perClass);
        if (images.size() != classes * perClass) {
            throw new IllegalArgumentException("A model has " + perClass + " samples of each of " + classes
                    + " classes, but there are " + images.size() + " images.");
        }
        final ImageShape shape = images.get(0).shape();
        if (images.stream().anyMatch(image -> !image.shape().equals(shape))
                || (long) images.size() * shape.size() > MOST_BYTES) {
            throw new IllegalArgumentException("The samples of a model have one shape, and no more than " + MOST_BYTES
                    + " values together, but there are " + images.size() + " images of " + shape + ".");
        }
    }

    private static void checkCounts(final int classes, final int perClass) {
        if (classes < 1 || classes > MOST_CLASSES || perClass < 1 || perClass > MOST_PER_CLASS) {
            throw new IllegalArgumentException("A model has samples of 1 to " + MOST_CLASSES + " classes, 1 to "
                    + MOST_PER_CLASS + " of each, not " + perClass + " of " + classes + " classes.");
        }
    }

    /**
     * Keeps as many of the images as there is room for.
     *
     * @param drawn images of every class, those of a class follow each other
     * @param perClass the number of images of each class; 0 if nothing was drawn
     * @return empty when nothing was drawn, or when not even one image has room
     */
    public static Optional<ModelSamples> of(final List<PixelImage> drawn, final int perClass) {
        if (drawn.isEmpty() || perClass == 0) {
            return Optional.empty();
        }
        final int room = MOST_BYTES / drawn.get(0).shape().size();
        final int classes = Math.min(Math.min(drawn.size() / perClass, MOST_CLASSES), room);
        if (classes == 0) {
            return Optional.empty();
        }
        final int kept = Math.min(Math.min(perClass, MOST_PER_CLASS), room / classes);
        final List<PixelImage> images = new ArrayList<>();
        for (int number = 0; number < classes; number++) {
            images.addAll(drawn.subList(number * perClass, number * perClass + kept));
        }
        return Optional.of(new ModelSamples(classes, kept, images));
    }

    /** The images of a class. */
    public List<PixelImage> ofClass(final int number) {
        return images.subList(number * perClass, (number + 1) * perClass);
    }
}
