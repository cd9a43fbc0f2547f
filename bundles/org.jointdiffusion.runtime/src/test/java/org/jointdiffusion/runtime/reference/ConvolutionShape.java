package org.jointdiffusion.runtime.reference;

/**
 * One convolution of a network.
 *
 * @param kind how its output's size follows from its input's
 * @param in channels of the input
 * @param out channels of the output
 * @param kernel side of the kernel as it is computed
 * @param height height of its larger feature map
 * @param width width of its larger feature map
 * @param passes how often the rows of a training batch go through it in one step
 * @param slopes the gradients that training needs of it
 */
public record ConvolutionShape(
        Kind kind, int in, int out, int kernel, int height, int width, int passes, Slopes slopes) {

    /** How the size changes. */
    public enum Kind {
        /** Input and output have the same size. */
        SAME,
        /** The output is half as high and wide: stride 2. */
        HALVING,
        /** The output is twice as high and wide: a transposed convolution of stride 2. */
        DOUBLING
    }

    /** Which gradients are computed. */
    public enum Slopes {
        /** Of the kernel alone: nothing before the first convolution is trained. */
        OF_KERNEL,
        /** Of the kernel and of the input. */
        OF_KERNEL_AND_INPUT
    }

    /** The distance of neighbouring positions of the smaller map in the larger one. */
    public int stride() {
        return kind == Kind.SAME ? 1 : 2;
    }

    /** The zeros around the input. */
    public int padding() {
        return kind == Kind.DOUBLING ? 1 : kernel / 2;
    }

    /** Height of the input. */
    public int inputHeight() {
        return kind == Kind.DOUBLING ? height / 2 : height;
    }

    /** Width of the input. */
    public int inputWidth() {
        return kind == Kind.DOUBLING ? width / 2 : width;
    }

    /** Height of the output. */
    public int outputHeight() {
        return kind == Kind.HALVING ? height / 2 : height;
    }

    /** Width of the output. */
    public int outputWidth() {
        return kind == Kind.HALVING ? width / 2 : width;
    }

    /**
     * Floating-point operations of a training step for one row of the batch: each product and each sum counts, as if no
     * position lay at the edge; both gradients take as many as the forward pass.
     */
    public double operations() {
        final double positions = (double) (height / stride()) * (width / stride());
        final int times = slopes == Slopes.OF_KERNEL ? 2 : 3;
        return 2 * positions * kernel * kernel * in * out * times * passes;
    }
}
