package org.jointdiffusion.runtime.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.jointdiffusion.runtime.network.Arithmetic;

/**
 * Measures whether bfloat16 pays on a device: some processors calculate with it twice as fast, others slower.
 *
 * <p>A single convolution is run in both precisions by turns. The fastest of many short runs counts, so that other load
 * on the machine hardly matters.
 */
final class PrecisionProbe {

    /** Below this gain the more exact numbers are worth more. */
    private static final double WORTHWHILE = 1.3;

    private static final int ROUNDS = 12;
    private static final Shape IMAGES = new Shape(8, 96, 14, 14);
    private static final Shape KERNEL = new Shape(96, 96, 3, 3);

    /** The results are 32 bit: DJL does not know bfloat16, and ends the process when such an array leaves a GPU. */
    private static final String PROGRAM =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, x: Tensor) -> Tensor:
                return torch.to(x, 15)
              def convolve(self: __torch__.M, x: Tensor, kernel: Tensor) -> Tensor:
                y = torch.select(torch.flatten(torch.conv2d(x, kernel, None, [1, 1], [1, 1])), 0, 0)
                return torch.to(y, 6)
            """;

    private PrecisionProbe() {}

    /** The better precision; on the device's thread. */
    static Precision measure(final ai.djl.Device device) {
        try (NativeProgram program = new NativeProgram(PROGRAM, Arithmetic.FLOAT32, device);
                NDArray images = program.manager().ones(IMAGES);
                NDArray kernel = program.manager().ones(KERNEL);
                NDArray lowImages = lower(program, images);
                NDArray lowKernel = lower(program, kernel)) {
            double exactTime = Double.POSITIVE_INFINITY;
            double lowTime = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                exactTime = Math.min(exactTime, time(program, images, kernel));
                lowTime = Math.min(lowTime, time(program, lowImages, lowKernel));
            }
            return exactTime > WORTHWHILE * lowTime ? Precision.BFLOAT16 : Precision.FLOAT32;
        }
    }

    private static NDArray lower(final NativeProgram program, final NDArray array) {
        return program.run("forward", new NDList(array)).get(0);
    }

    private static double time(final NativeProgram program, final NDArray images, final NDArray kernel) {
        final long start = System.nanoTime();
        try (NDArray result =
                program.run("convolve", new NDList(images, kernel)).get(0)) {
            // reading the result waits for the device
            result.toByteBuffer();
        }
        return System.nanoTime() - start;
    }
}
