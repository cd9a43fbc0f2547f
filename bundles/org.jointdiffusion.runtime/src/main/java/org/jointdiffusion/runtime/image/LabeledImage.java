package org.jointdiffusion.runtime.image;

import java.util.Optional;

/**
 * One image of a labelled set; it holds either an image or the reason why there is none.
 *
 * @param name unique within the set: a relative path with forward slashes, or a number
 * @param label the class, or nothing where it is not known
 * @param image the decoded image
 * @param problem full sentences that say why the image could not be read
 */
public record LabeledImage(String name, Optional<String> label, Optional<PixelImage> image, Optional<String> problem) {

    /** Checks that there is either an image or a problem; throws {@link IllegalArgumentException}. */
    public LabeledImage {
        if (image.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("A labelled image holds either an image or a problem.");
        }
    }

    /** An image that was read. */
    public static LabeledImage of(final String name, final Optional<String> label, final PixelImage image) {
        return new LabeledImage(name, label, Optional.of(image), Optional.empty());
    }

    /** An image that could not be read. */
    public static LabeledImage problem(final String name, final Optional<String> label, final String problem) {
        return new LabeledImage(name, label, Optional.empty(), Optional.of(problem));
    }
}
