package org.jointdiffusion.runtime.network;

import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;

/**
 * The shape of the joint network: a UNet whose encoder also feeds the classifier (paper, section "Joint Diffusion
 * Models").
 *
 * @param image what goes in and comes out
 * @param classes number of classes, at least 2
 * @param channels base number of channels C, even
 * @param multipliers channels of each level as multiples of C; each level but the last halves the size
 * @param residualBlocks residual blocks a level of the encoder; the decoder has one more
 * @param attentionSizes heights of feature maps at which attention is used, besides the middle block
 * @param heads attention heads
 * @param patch side of the square patch that the first convolution sees as one position: 1 or 2
 * @param dropout share of feature maps dropped in residual blocks while training, in [0, 1)
 * @param headDropout the share of activations dropped in the classifier head while training, in [0, 1)
 */
public record NetworkConfiguration(
        ImageShape image,
        int classes,
        int channels,
        List<Integer> multipliers,
        int residualBlocks,
        List<Integer> attentionSizes,
        int heads,
        int patch,
        double dropout,
        double headDropout) {

    /** Copies the lists; throws {@link IllegalArgumentException} that says which value does not fit. */
    public NetworkConfiguration {
        multipliers = List.copyOf(multipliers);
        attentionSizes = List.copyOf(attentionSizes);
        require(classes >= 2, "A classifier needs at least 2 classes, not " + classes + ".");
        require(
                channels >= 2 && channels <= 1024 && channels % 2 == 0,
                "The base number of channels must be even and from 2 to 1024, not " + channels + ".");
        require(
                !multipliers.isEmpty() && multipliers.size() <= 8,
                "The network must have 1 to 8 levels, not " + multipliers.size() + ".");
        require(
                residualBlocks >= 1 && residualBlocks <= 16,
                "A level must have 1 to 16 residual blocks, not " + residualBlocks + ".");
        require(patch == 1 || patch == 2, "The side of a patch must be 1 or 2, not " + patch + ".");
        require(
                dropout >= 0 && dropout < 1 && headDropout >= 0 && headDropout < 1,
                "The dropout must be in [0, 1), not " + dropout + " and " + headDropout + ".");
        for (final int multiplier : multipliers) {
            require(
                    multiplier >= 1 && multiplier <= 64,
                    "The channel multipliers must be from 1 to 64, not " + multiplier + ".");
            require(
                    heads >= 1 && channels * multiplier % heads == 0,
                    "The attention heads (" + heads + ") must divide the channels of each level (" + channels + " x "
                            + multiplier + ").");
        }
        final int multiple = patch << multipliers.size() - 1;
        require(
                image.height() % multiple == 0 && image.width() % multiple == 0,
                "The height and width of the images must be multiples of " + multiple + " for this network, not "
                        + image.height() + " and " + image.width() + "; choose another image size or fewer levels.");
    }

    /** The same network for another number of classes. */
    public NetworkConfiguration withClasses(final int newClasses) {
        return new NetworkConfiguration(
                image,
                newClasses,
                channels,
                multipliers,
                residualBlocks,
                attentionSizes,
                heads,
                patch,
                dropout,
                headDropout);
    }

    /** The height of the feature maps of a level, counted from 0. */
    public int height(final int level) {
        return image.height() / patch >> level;
    }

    /** The width of the feature maps of a level, counted from 0. */
    public int width(final int level) {
        return image.width() / patch >> level;
    }

    /** The channels of the first and last convolution: those of the image times the area of a patch. */
    public int patchChannels() {
        return image.channels() * patch * patch;
    }

    private static void require(final boolean holds, final String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
