package org.jointdiffusion.runtime.network;

/**
 * About how much native memory a network takes on its device, from its shape alone.
 *
 * <p>Not counted are what the engine itself takes once, some hundred megabytes, and Java's own memory. Measured
 * figures, and how they compare, are told in {@code docs/performance.md}.
 */
public final class MemoryEstimate {

    /** Bytes of one weight, moment or gradient. */
    private static final int WEIGHT_BYTES = 4;

    /** The weights, two moments, the moving average and the summed gradient. */
    private static final int TRAINED_COPIES = 5;

    /** The gradient of a lane: as pieces, as one array, and added up. */
    private static final int LANE_COPIES = 3;

    /** The maps that a block, or its gradient, holds at the same time besides what is kept. */
    private static final int MAPS_IN_WORK = 6;

    private final FeatureMaps maps;
    private final double parameters;
    private final double mapBytes;
    private final boolean mixed;

    /**
     * An estimate for a network.
     *
     * @param network the network
     * @param arithmetic the precision in which it computes
     * @throws IllegalArgumentException when the network has more weights than are supported
     */
    public MemoryEstimate(final NetworkConfiguration network, final Arithmetic arithmetic) {
        maps = new FeatureMaps(network);
        parameters = ParameterLayout.of(network).size();
        mixed = arithmetic.isMixed();
        mapBytes = arithmetic == Arithmetic.FLOAT64 ? 8 : mixed ? 2 : 4;
    }

    /** The bytes of the weights of a loaded network: as one array, and as the program takes them. */
    public long loadedBytes() {
        return (long) (parameters * (WEIGHT_BYTES + mapBytes));
    }

    /**
     * The bytes of a training while it takes a step.
     *
     * @param rows how many images are computed at once, by all lanes together; the others of a batch wait
     * @param lanes among how many lanes, with a gradient each, the images are divided; 1 on a GPU
     */
    public long trainingBytes(final int rows, final int lanes) {
        final double kept = 2 * maps.keptByEncoder() + maps.keptByDecoder();
        final double copies = parameters * WEIGHT_BYTES * (TRAINED_COPIES + (double) lanes * LANE_COPIES);
        return (long) (copies + rows * (mapBytes * kept + inWork(maps.largest())));
    }

    /**
     * The bytes of a network while it names the classes of images.
     *
     * @param rows how many images are computed at once
     */
    public long classificationBytes(final int rows) {
        return used(rows * (mapBytes * maps.represented() + inWork(maps.largestOfEncoder())));
    }

    /**
     * The bytes of a network while it takes a step of guided denoising, as the sampler and the explainer do.
     *
     * @param rows how many images are computed at once
     */
    public long guidedBytes(final int rows) {
        final double kept = maps.keptByEncoder() + 2 * maps.represented();
        return used(rows * (mapBytes * kept + inWork(maps.largest())));
    }

    /** Loading lower precision copies the weights once more than a call needs. */
    private long used(final double byCalls) {
        return loadedBytes() + (long) Math.max(byCalls, mixed ? parameters * WEIGHT_BYTES : 0);
    }

    /** Convolutions and normalisations work in 32 bit whatever the maps are kept in. */
    private double inWork(final double largest) {
        return MAPS_IN_WORK * largest * WEIGHT_BYTES;
    }
}
