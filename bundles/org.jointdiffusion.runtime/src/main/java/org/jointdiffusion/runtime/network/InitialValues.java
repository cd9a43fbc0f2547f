package org.jointdiffusion.runtime.network;

/**
 * How a parameter starts: a constant plus a uniform random number.
 *
 * @param constant the middle of the values
 * @param bound the largest distance from it, at least 0
 */
public record InitialValues(double constant, double bound) {

    /** Always 0. */
    public static final InitialValues ZERO = new InitialValues(0, 0);
    /** Always 1. */
    public static final InitialValues ONE = new InitialValues(1, 0);

    /** Uniform in plus or minus 1 / sqrt(fan-in), PyTorch's own default for linear maps and convolutions. */
    public static InitialValues uniform(final int fanIn) {
        return new InitialValues(0, 1 / Math.sqrt(fanIn));
    }
}
