package org.jointdiffusion.runtime.network;

import java.util.List;
import java.util.Locale;

/**
 * The order in which a network's tensors lie in its one flat array of weights.
 *
 * <p>Names, shapes and order follow from the configuration alone and are what model files store: they are promises.
 *
 * @param tensors all tensors, in order
 */
public record ParameterLayout(List<ParameterTensor> tensors) {

    /** The most values that a network may have: 2 GiB of 32-bit numbers, what one array of bytes can hold. */
    private static final long LIMIT = 1L << 29;

    /** Copies the list; throws {@link IllegalArgumentException} when there are more than 2^29 values. */
    public ParameterLayout {
        tensors = List.copyOf(tensors);
        final double values =
                tensors.stream().mapToDouble(ParameterLayout::valueCount).sum();
        if (values >= LIMIT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The network would have %,.0f parameters, more than the %,d that are supported;"
                            + " choose fewer channels.",
                    values,
                    LIMIT));
        }
    }

    /** The layout of a network; throws {@link IllegalArgumentException} when it would be too large. */
    public static ParameterLayout of(final NetworkConfiguration configuration) {
        return new JointNetworkDefinition(configuration).layout();
    }

    /** The layout of an oracle. */
    public static ParameterLayout of(final OracleConfiguration configuration) {
        return new OracleDefinition(configuration, Arithmetic.FLOAT32).layout();
    }

    /** The number of values of all tensors. */
    public int size() {
        return tensors.stream().mapToInt(ParameterTensor::size).sum();
    }

    /** In floating point, because the product of hostile sizes overflows whole numbers. */
    private static double valueCount(final ParameterTensor tensor) {
        return tensor.shape().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    }
}
