package org.jointdiffusion.runtime.network;

/**
 * About how long a network computes on a processor, from its shape alone: the order of magnitude, for a decision before
 * anything runs.
 *
 * <p>The speed is that of a usual core with AVX2, half of what was measured on a server's with AVX-512; the products of
 * convolutions and attention count, and the speed allows for all else.
 */
public final class WorkEstimate {

    /** Products of two numbers that a core computes in a second. */
    private static final double PRODUCTS_A_SECOND = 15e9;

    /** Each gradient takes as many products as the pass itself: of the maps, and where weights are learned of them. */
    private static final int PASSES_OF_TRAINING = 3;

    private final FeatureMaps maps;
    private final double speed;

    /**
     * An estimate for a network.
     *
     * @param network the network
     * @param cores on how many cores it computes, at least 1
     */
    public WorkEstimate(final NetworkConfiguration network, final int cores) {
        maps = new FeatureMaps(network);
        speed = cores * PRODUCTS_A_SECOND;
    }

    /** The seconds of a training step with a batch of so many images: the encoder sees each twice. */
    public double trainingSeconds(final int rows) {
        return rows * PASSES_OF_TRAINING * (2 * maps.productsOfEncoder() + maps.productsOfDecoder()) / speed;
    }

    /**
     * The seconds of a step of guided denoising for one image: the encoder with the gradient of its input, the decoder.
     */
    public double guidedSeconds() {
        return (2 * maps.productsOfEncoder() + maps.productsOfDecoder()) / speed;
    }

    /** The seconds of a step of denoising without guidance for one image. */
    public double denoisingSeconds() {
        return (maps.productsOfEncoder() + maps.productsOfDecoder()) / speed;
    }

    /** The seconds that naming the class of one image takes. */
    public double classificationSeconds() {
        return maps.productsOfEncoder() / speed;
    }
}
