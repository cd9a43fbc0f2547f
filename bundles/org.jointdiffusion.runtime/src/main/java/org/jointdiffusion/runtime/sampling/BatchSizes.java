package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** Chooses how many images are denoised at once. */
public final class BatchSizes {

    /** Multiplications of one network call: about a quarter of a second on two cores, so that cancelling is quick. */
    private static final double MULTIPLICATIONS_A_CALL = 5e9;

    private static final int LARGEST = 64;

    /** The same on a GPU, where a call takes hardly longer for hundreds of small images than for a few. */
    private static final double MULTIPLICATIONS_A_CALL_ON_GPU = 5e11;

    private static final int LARGEST_ON_GPU = 512;

    private BatchSizes() {}

    /** What suits the network on the device that it is loaded on. */
    public static int automatic(final JointNetwork network) {
        return automatic(network.configuration(), network.device().kind());
    }

    /**
     * A power of two in 1 .. 64, or 512 on a GPU, that depends on the size of the network and the kind of device alone,
     * so that results repeat.
     *
     * @param kind where it will run; {@link Device.Kind#AUTOMATIC} counts as the processor
     */
    public static int automatic(final NetworkConfiguration network, final Device.Kind kind) {
        final double multiplications = multiplications(network);
        final double fitting = kind == Device.Kind.GPU
                ? Math.min(LARGEST_ON_GPU, MULTIPLICATIONS_A_CALL_ON_GPU / multiplications)
                : Math.min(LARGEST, MULTIPLICATIONS_A_CALL / multiplications);
        return Integer.highestOneBit((int) Math.max(1, fitting));
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
