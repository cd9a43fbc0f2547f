package org.jointdiffusion.nodes.learner;

import java.util.Map;
import java.util.Optional;
import org.jointdiffusion.runtime.image.ImageShape;

/** Decides on the size and the channels of a new model's images. */
final class ModelShape {

    private static final int LONGEST_SIDE = 128;
    private static final int SHORTEST_SIDE = 8;

    private ModelShape() {}

    /**
     * The shape of the model's images.
     *
     * @param parameters the settings
     * @param shapes how many images have each shape, in the order in which the shapes first appear; may be empty only
     *     where the settings alone decide
     */
    static ImageShape of(final NetworkParameters parameters, final Map<ImageShape, Integer> shapes) {
        final int channels =
                switch (parameters.m_colors) {
                    case AUTOMATIC ->
                        shapes.keySet().stream()
                                .mapToInt(ImageShape::channels)
                                .max()
                                .orElseThrow();
                    case GREY -> 1;
                    case RGB -> 3;
                };
        return parameters.m_sizeRule == ImageSizeRule.CUSTOM
                ? new ImageShape(channels, parameters.m_imageHeight, parameters.m_imageWidth)
                : usable(mostFrequent(shapes), channels, parameters.sizeMultiple());
    }

    private static ImageShape mostFrequent(final Map<ImageShape, Integer> shapes) {
        Optional<Map.Entry<ImageShape, Integer>> best = Optional.empty();
        for (final var entry : shapes.entrySet()) {
            if (best.isEmpty() || entry.getValue() > best.get().getValue()) {
                best = Optional.of(entry);
            }
        }
        return best.orElseThrow().getKey();
    }

    /** The size that networks can have which is closest to that of the images. */
    private static ImageShape usable(final ImageShape images, final int channels, final int multiple) {
        final double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(images.height(), images.width()));
        return new ImageShape(
                channels, side(images.height() * scale, multiple), side(images.width() * scale, multiple));
    }

    private static int side(final double pixels, final int multiple) {
        return Math.max(SHORTEST_SIDE, (int) Math.ceil(pixels / multiple) * multiple);
    }
}
