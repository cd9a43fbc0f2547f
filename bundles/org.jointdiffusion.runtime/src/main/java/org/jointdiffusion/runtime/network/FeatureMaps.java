package org.jointdiffusion.runtime.network;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the feature maps of one image amount to, counted along the network from its shape alone.
 *
 * <p>A block with gradients keeps the input of everything that multiplies or bends it. Residual blocks: both inputs of
 * each normalisation, of each SiLU and of each convolution. Attention: its normalised input, the queries (twice, once
 * scaled), keys and values, and what it mixes.
 */
final class FeatureMaps {

    private static final int KERNEL = 9;
    /** Doubling is a transposed convolution of 4x4, that is 16 products for each position of the small map. */
    private static final int DOUBLING_KERNEL = 16;

    private final NetworkConfiguration network;
    /** The channels of the encoder's outputs that the decoder has not joined yet. */
    private final Deque<Integer> outputs = new ArrayDeque<>();

    private double represented;
    private double kept;
    private double products;
    private double largest;
    private final double encoderKept;
    private final double encoderLargest;
    private final double encoderProducts;

    FeatureMaps(final NetworkConfiguration network) {
        this.network = network;
        encode();
        encoderKept = kept;
        encoderLargest = largest;
        encoderProducts = products;
        decode();
    }

    /** The values of the representation z: all outputs of the encoder. */
    double represented() {
        return represented;
    }

    /** The values that one pass of the encoder keeps for its gradients, z among them. */
    double keptByEncoder() {
        return encoderKept;
    }

    /** The values that one pass of the decoder keeps for its gradients. */
    double keptByDecoder() {
        return kept - encoderKept;
    }

    /** The values of the largest input or output of a block of the encoder. */
    double largestOfEncoder() {
        return encoderLargest;
    }

    /** The values of the largest input or output of any block. */
    double largest() {
        return largest;
    }

    /** The products of numbers of one pass of the encoder. */
    double productsOfEncoder() {
        return encoderProducts;
    }

    /** The products of numbers of one pass of the decoder. */
    double productsOfDecoder() {
        return products - encoderProducts;
    }

    private void encode() {
        final int levels = network.multipliers().size();
        int channels = channels(0);
        convolve(network.patchChannels(), channels, 0, KERNEL);
        kept += channels * positions(0);
        output(channels, 0);
        for (int level = 0; level < levels; level++) {
            for (int block = 0; block < network.residualBlocks(); block++) {
                residual(channels, channels(level), level);
                channels = channels(level);
                kept += channels * positions(level);
                if (network.attentionSizes().contains(network.height(level))) {
                    attend(channels, level);
                }
                output(channels, level);
            }
            if (level < levels - 1) {
                convolve(channels, channels, level + 1, KERNEL);
                kept += channels * positions(level + 1);
                output(channels, level + 1);
            }
        }
        residual(channels, channels, levels - 1);
        attend(channels, levels - 1);
        residual(channels, channels, levels - 1);
        kept += 2 * channels * positions(levels - 1);
        represented += channels * positions(levels - 1);
    }

    private void decode() {
        final int levels = network.multipliers().size();
        int channels = channels(levels - 1);
        for (int level = levels - 1; level >= 0; level--) {
            for (int block = 0; block <= network.residualBlocks(); block++) {
                final int joined = channels + outputs.pop();
                kept += joined * positions(level);
                channels = channels(level);
                residual(joined, channels, level);
                if (network.attentionSizes().contains(network.height(level))) {
                    kept += channels * positions(level);
                    attend(channels, level);
                }
            }
            if (level > 0) {
                kept += channels * positions(level);
                convolve(channels, channels, level, DOUBLING_KERNEL);
            }
        }
        kept += 3 * channels * positions(0);
        convolve(channels, network.patchChannels(), 0, KERNEL);
    }

    private int channels(final int level) {
        return network.channels() * network.multipliers().get(level);
    }

    private double positions(final int level) {
        return (double) network.height(level) * network.width(level);
    }

    private void output(final int channels, final int level) {
        outputs.push(channels);
        represented += channels * positions(level);
    }

    /** What it keeps besides its input and its sum, which the next block keeps. */
    private void residual(final int in, final int out, final int level) {
        kept += (2.0 * in + 3.0 * out) * positions(level);
        convolve(in, out, level, KERNEL);
        convolve(out, out, level, KERNEL);
        if (in != out) {
            convolve(in, out, level, 1);
        }
        largest = Math.max(largest, Math.max(in, out) * positions(level));
    }

    /** What it keeps besides its input, its sum included. */
    private void attend(final int channels, final int level) {
        final double positions = positions(level);
        final double scores = positions > AttentionBlock.MOST_PLAIN_POSITIONS ? 0 : network.heads() * positions;
        kept += (7.0 * channels + scores) * positions;
        products += (4.0 * channels * channels + 2 * channels * positions) * positions;
        largest = Math.max(largest, 3.0 * channels * positions);
    }

    private void convolve(final int in, final int out, final int level, final int kernel) {
        products += (double) in * out * kernel * positions(level);
    }
}
