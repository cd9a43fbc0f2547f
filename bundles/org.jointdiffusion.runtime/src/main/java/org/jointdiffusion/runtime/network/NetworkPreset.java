package org.jointdiffusion.runtime.network;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * The network of this preset for the given images.
     *
     * @param image height and width are multiples of {@link #SIZE_MULTIPLE}
     * @param classes at least 2
     * @throws IllegalArgumentException when the size does not fit, with a message that says which sizes do
     */
    public NetworkConfiguration configure(final ImageShape image, final int classes) {
        return switch (this) {
            case SMALL -> patched(image, classes, 48, 1, 0, 0.2);
            case MEDIUM -> patched(image, classes, 96, 2, 0.1, 0.2);
            case PAPER -> paper(image, classes);
        };
    }

    private static NetworkConfiguration patched(
            final ImageShape image,
            final int classes,
            final int channels,
            final int residualBlocks,
            final double dropout,
            final double headDropout) {
        final List<Integer> multipliers = new ArrayList<>(List.of(1));
        final List<Integer> attentionSizes = new ArrayList<>();
        int height = image.height() / 2;
        int width = image.width() / 2;
        while (multipliers.size() < MOST_LEVELS
                && Math.min(height, width) > SMALLEST_MAP
                && height % 2 == 0
                && width % 2 == 0) {
            height /= 2;
            width /= 2;
            multipliers.add(Math.min(multipliers.size() + 1, 3));
        }
        if (Math.max(height, width) <= 2 * SMALLEST_MAP) {
            attentionSizes.add(height);
        }
        return new NetworkConfiguration(
                image, classes, channels, multipliers, residualBlocks, attentionSizes, 4, 2, dropout, headDropout);
    }

    private static NetworkConfiguration paper(final ImageShape image, final int classes) {
        final int side = Math.min(image.height(), image.width());
        final boolean threeHalvings = image.height() % 8 == 0 && image.width() % 8 == 0;
        final List<Integer> multipliers;
        if (side >= 64 && threeHalvings) {
            multipliers = List.of(1, 2, 3, 4);
        } else if (side >= 32 && threeHalvings) {
            multipliers = List.of(1, 2, 2, 2);
        } else {
            multipliers = List.of(1, 2, 2);
        }
        final List<Integer> attentionSizes = new ArrayList<>();
        for (int level = 1; level < multipliers.size(); level++) {
            if (image.height() >> level <= 16) {
                attentionSizes.add(image.height() >> level);
            }
        }
        return new NetworkConfiguration(
                image, classes, image.channels() == 1 ? 64 : 128, multipliers, 3, attentionSizes, 4, 1, 0.3, 0.3);
    }
}
