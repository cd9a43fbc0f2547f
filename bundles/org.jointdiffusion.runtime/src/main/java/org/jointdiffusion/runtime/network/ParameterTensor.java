package org.jointdiffusion.runtime.network;

import java.util.List;

/**
 * One named tensor of a network's parameters.
 *
 * @param name what model files call it, such as "encoder.1.residual.convolution_1.weight"; never changes
 * @param shape its sizes, outermost first: [out, in, height, width] for convolutions, [out, in] for linear maps
 * @param initial how training starts it
 */
public record ParameterTensor(String name, List<Integer> shape, InitialValues initial) {

    /** Copies the shape. */
    public ParameterTensor {
        shape = List.copyOf(shape);
    }

    /** The number of values. */
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
    }
}
