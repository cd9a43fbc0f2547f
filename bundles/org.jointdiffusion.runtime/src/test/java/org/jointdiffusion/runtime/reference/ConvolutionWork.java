package org.jointdiffusion.runtime.reference;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;
import org.jointdiffusion.runtime.reference.ConvolutionShape.Kind;
import org.jointdiffusion.runtime.reference.ConvolutionShape.Slopes;

/**
 * The convolutions of a training step, in the order in which the network declares them.
 *
 * <p>The encoder and the middle block see every row twice: noisy for the diffusion loss, and as the variation that is
 * classified. Doubling convolutions are counted as the 4x4 kernels with stride 2 as which they are computed.
 */
final class ConvolutionWork {

    private static final int UPSAMPLING_KERNEL = 4;

    private ConvolutionWork() {}

    /** The convolutions of a network. */
    static List<ConvolutionShape> of(final NetworkConfiguration network) {
        final List<ConvolutionShape> shapes = new ArrayList<>();
        int level = 0;
        for (final ParameterTensor tensor : ParameterLayout.of(network).tensors()) {
            if (tensor.shape().size() != 4) {
                continue;
            }
            final Kind kind = kind(tensor.name());
            if (kind == Kind.DOUBLING) {
                level--;
            }
            shapes.add(new ConvolutionShape(
                    kind,
                    tensor.shape().get(1),
                    tensor.shape().get(0),
                    kind == Kind.DOUBLING ? UPSAMPLING_KERNEL : tensor.shape().get(2),
                    network.height(level),
                    network.width(level),
                    isEncoders(tensor.name()) ? 2 : 1,
                    shapes.isEmpty() ? Slopes.OF_KERNEL : Slopes.OF_KERNEL_AND_INPUT));
            if (kind == Kind.HALVING) {
                level++;
            }
        }
        return shapes;
    }

    private static Kind kind(final String name) {
        if (name.endsWith(".downsampling.weight")) {
            return Kind.HALVING;
        }
        return name.endsWith(".upsampling.weight") ? Kind.DOUBLING : Kind.SAME;
    }

    private static boolean isEncoders(final String name) {
        return name.startsWith("encoder.") || name.startsWith("middle.");
    }
}
