package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.image.ImageShape;

/** Ready-made network shapes, from one that a laptop trains in minutes to the paper's. */
public enum NetworkPreset {
    /** 2x2 patches and 48 channels: a few minutes on a processor give a useful model of small images. */
    SMALL,
    /** 2x2 patches, 96 channels and two residual blocks a level: about an hour on a processor, minutes on a GPU. */
    MEDIUM,
    /** The recipe of the paper's appendix, with 64 (grey) or 128 (colour) channels; needs a GPU. */
    PAPER;

    /** Every preset fits images whose height and width are multiples of this. */
    public static final int SIZE_MULTIPLE = 4;

    private static final int SMALLEST_MAP = 8;
    private static final int MOST_LEVELS = 4;
    private static final int LARGEST_MULTIPLIER = 3;
    private static final int PATCH = 2;
    private static final int HEADS = 4;

    /**
     * The network of this preset for the given images.
     *
     * @param image height and width are multiples of {@link #SIZE_MULTIPLE}
     * @param classes at least 2
     * @throws IllegalArgumentException when the size does not fit, with a message that says which sizes do
     */
    public NetworkConfiguration configure(final ImageShape image, final int classes) {
        return configure(image, classes, NetworkOptions.NONE);
    }

    /**
     * The network of this preset, some of whose parts are chosen otherwise.
     *
     * @param image height and width are multiples of {@link #sizeMultiple}
     * @param classes at least 2
     * @throws IllegalArgumentException when the size does not fit, with a message that says which sizes do
     */
    public NetworkConfiguration configure(final ImageShape image, final int classes, final NetworkOptions options) {
        return switch (this) {
            case SMALL -> patched(image, classes, 48, 1, 0, options);
            case MEDIUM -> patched(image, classes, 96, 2, 0.1, options);
            case PAPER -> paper(image, classes, options);
        };
    }

    /** What the height and the width of the images must be multiples of. */
    public int sizeMultiple(final NetworkOptions options) {
        final int patch = this == PAPER ? 1 : PATCH;
        return Math.max(SIZE_MULTIPLE, patch << options.levels().orElse(1) - 1);
    }

    private static NetworkConfiguration patched(
            final ImageShape image,
            final int classes,
            final int channels,
            final int residualBlocks,
            final double dropout,
            final NetworkOptions options) {
        final int levels = options.levels().orElseGet(() -> patchedLevels(image));
        final List<Integer> multipliers = IntStream.range(0, levels)
                .mapToObj(level -> Math.min(level + 1, LARGEST_MULTIPLIER))
                .toList();
        final int height = image.height() / PATCH >> levels - 1;
        final int width = image.width() / PATCH >> levels - 1;
        return new NetworkConfiguration(
                image,
                classes,
                options.channels().orElse(channels),
                multipliers,
                options.residualBlocks().orElse(residualBlocks),
                Math.max(height, width) <= 2 * SMALLEST_MAP ? List.of(height) : List.of(),
                HEADS,
                PATCH,
                options.dropout().orElse(dropout),
                0.2);
    }

    /** As many levels as halve the feature maps without a remainder until they are small. */
    private static int patchedLevels(final ImageShape image) {
        int levels = 1;
        int height = image.height() / PATCH;
        int width = image.width() / PATCH;
        while (levels < MOST_LEVELS && Math.min(height, width) > SMALLEST_MAP && height % 2 == 0 && width % 2 == 0) {
            height /= 2;
            width /= 2;
            levels++;
        }
        return levels;
    }

    private static NetworkConfiguration paper(final ImageShape image, final int classes, final NetworkOptions options) {
        final List<Integer> multipliers = options.levels().isPresent()
                ? IntStream.range(0, options.levels().getAsInt())
                        .mapToObj(level -> Math.min(level + 1, 2))
                        .toList()
                : paperMultipliers(image);
        final List<Integer> attentionSizes = new ArrayList<>();
        for (int level = 1; level < multipliers.size(); level++) {
            if (image.height() >> level <= 16) {
                attentionSizes.add(image.height() >> level);
            }
        }
        return new NetworkConfiguration(
                image,
                classes,
                options.channels().orElse(image.channels() == 1 ? 64 : 128),
                multipliers,
                options.residualBlocks().orElse(3),
                attentionSizes,
                HEADS,
                1,
                options.dropout().orElse(0.3),
                0.3);
    }

    private static List<Integer> paperMultipliers(final ImageShape image) {
        final int side = Math.min(image.height(), image.width());
        final boolean threeHalvings = image.height() % 8 == 0 && image.width() % 8 == 0;
        if (side >= 64 && threeHalvings) {
            return List.of(1, 2, 3, 4);
        }
        return side >= 32 && threeHalvings ? List.of(1, 2, 2, 2) : List.of(1, 2, 2);
    }
}
