package org.jointdiffusion.runtime.network;

import java.util.List;

import org.jointdiffusion.runtime.image.ImageShape;

/**
 * The shape of the joint network: a UNet whose encoder also feeds the classifier (paper, section "Joint Diffusion Models").
 *
 * @param image what goes in and comes out
 * @param classes number of classes, at least 2
 * @param channels base number of channels C, even
 * @param multipliers channels of each level as multiples of C; each level but the last halves the size
 * @param residualBlocks residual blocks a level of the encoder; the decoder has one more
 * @param attentionSizes heights of feature maps at which attention is used, besides the middle block
 * @param heads attention heads
 * @param patch side of the square patch that the first convolution sees as one position: 1 or 2
 * @param dropout share of activations dropped in residual blocks while training, in [0, 1)
 * @param headDropout the same in the classifier head
 */
public record NetworkConfiguration(ImageShape image, int classes, int channels, List<Integer> multipliers,
        int residualBlocks, List<Integer> attentionSizes, int heads, int patch, double dropout, double headDropout) {

    /** Copies the lists. */
    public NetworkConfiguration {
        multipliers = List.copyOf(multipliers);
        attentionSizes = List.copyOf(attentionSizes);
    }
}
