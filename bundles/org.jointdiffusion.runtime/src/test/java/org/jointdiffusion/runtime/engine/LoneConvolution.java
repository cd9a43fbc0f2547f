package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.jointdiffusion.runtime.reference.ConvolutionShape;

/** One convolution, run alone as training runs it: forward, then its gradients. */
final class LoneConvolution implements AutoCloseable {

    private static final String PROGRAM =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, x: Tensor) -> Tensor:
                return x
              def train_step(self: __torch__.M, x: Tensor, kernel: Tensor, slope: Tensor) -> List[Tensor]:
                y = torch.convolution(x, kernel, None, %1$s, %2$s, [1, 1], %3$s, [0, 0], 1)
                a, b, c, = torch.convolution_backward(slope, x, kernel, None, %1$s, %2$s, [1, 1], %3$s, [0, 0], 1, %4$s)
                return %5$s
            """;

    private final NativeProgram program;

    private final NDList inputs;

    /** Prepares a convolution; like all else here on the device's thread. */
    LoneConvolution(final ConvolutionShape shape, final int rows, final DeviceContext context) {
        final boolean doubling = shape.kind() == ConvolutionShape.Kind.DOUBLING;
        final boolean ofInput = shape.slopes() == ConvolutionShape.Slopes.OF_KERNEL_AND_INPUT;
        program = context.open(
                PROGRAM.formatted(
                        pair(shape.stride()),
                        pair(shape.padding()),
                        doubling ? "True" : "False",
                        ofInput ? "[True, True, False]" : "[False, True, False]",
                        ofInput ? "[y, a, b]" : "[y, b]"),
                Precision.FLOAT32);
        final int all = rows * shape.passes();
        inputs = new NDList(
                program.manager().ones(new Shape(all, shape.in(), shape.inputHeight(), shape.inputWidth())),
                program.manager()
                        .ones(new Shape(
                                doubling ? shape.in() : shape.out(),
                                doubling ? shape.out() : shape.in(),
                                shape.kernel(),
                                shape.kernel())),
                program.manager().ones(new Shape(all, shape.out(), shape.outputHeight(), shape.outputWidth())));
    }

    /** The seconds of one run. */
    double seconds() {
        final long start = System.nanoTime();
        program.run("train_step", inputs).close();
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        program.close();
    }

    private static String pair(final int number) {
        return "[" + number + ", " + number + "]";
    }
}
