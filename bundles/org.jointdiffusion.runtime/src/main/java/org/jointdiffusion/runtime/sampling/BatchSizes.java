package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** Chooses how many images are denoised at once. */
public final class BatchSizes {

    /** Multiplications of one network call: about a quarter of a second on two cores, so that cancelling is quick. */
    private static final double MULTIPLICATIONS_A_CALL = 5e9;

    private static final int LARGEST = 64;

    private BatchSizes() {}

    /** A power of two in 1 .. 64 that depends on the size of the network alone, so that results repeat. */
    public static int automatic(final NetworkConfiguration network) {
        final double fitting = Math.max(1, Math.min(LARGEST, MULTIPLICATIONS_A_CALL / multiplications(network)));
        return Integer.highestOneBit((int) fitting);
    }

    /** About the multiplications of one image: the 3x3 convolutions of the residual blocks, which dominate. */
    private static double multiplications(final NetworkConfiguration network) {
        double positions =
                (double) network.image().height() * network.image().width() / (network.patch() * network.patch());
        double sum = 0;
        for (final int multiplier : network.multipliers()) {
            final double channels = (double) network.channels() * multiplier;
            final int convolutions = 2 * (2 * network.residualBlocks() + 1);
            sum += positions * 9 * channels * channels * convolutions;
            positions /= 4;
        }
        return sum;
    }
}
