package org.jointdiffusion.runtime.network;

/** A two-dimensional convolution with bias that keeps the size, or halves it with stride 2. */
final class Convolution implements Block {

    private final Parameter weight;
    private final Parameter bias;
    private final int kernel;
    private final int stride;

    private Convolution(
            final Declarations declarations,
            final String name,
            final int in,
            final int out,
            final int kernel,
            final int stride,
            final boolean startAtZero) {
        final InitialValues initial = startAtZero ? InitialValues.ZERO : InitialValues.uniform(in * kernel * kernel);
        this.kernel = kernel;
        this.stride = stride;
        weight = declarations.declare(name + ".weight", initial, out, in, kernel, kernel);
        bias = declarations.declare(name + ".bias", initial, out);
    }

    /** A square kernel of odd side. */
    static Convolution ofKernel(
            final Declarations declarations, final String name, final int in, final int out, final int kernel) {
        return new Convolution(declarations, name, in, out, kernel, 1, false);
    }

    /** 3x3, starting at zero: the last convolution of a block. */
    static Convolution startingAtZero(final Declarations declarations, final String name, final int in, final int out) {
        return new Convolution(declarations, name, in, out, 3, 1, true);
    }

    /** 3x3 with stride 2. */
    static Convolution halving(final Declarations declarations, final String name, final int channels) {
        return halving(declarations, name, channels, channels);
    }

    /** 3x3 with stride 2, to another number of channels. */
    static Convolution halving(final Declarations declarations, final String name, final int in, final int out) {
        return new Convolution(declarations, name, in, out, 3, 2, false);
    }

    @Override
    public String write(final ScriptBody body, final String input) {
        return body.let(
                "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d])",
                input, weight, bias, stride, stride, kernel / 2, kernel / 2);
    }
}
