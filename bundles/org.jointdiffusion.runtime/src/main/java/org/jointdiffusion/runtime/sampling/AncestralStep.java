package org.jointdiffusion.runtime.sampling;

/**
 * One step of ancestral sampling: x_s = cleanShare x_0 + imageShare x_t + deviation z is drawn from q(x_s | x_t, x_0)
 * (Ho et al. 2020, eq. 6 and 7, respaced: alpha = abar_t / abar_s).
 *
 * @param cleanShare the factor of the predicted clean image
 * @param imageShare the factor of the noisy image
 * @param deviation the standard deviation of the fresh noise; 0 in the last step
 */
public record AncestralStep(double cleanShare, double imageShare, double deviation) {

    /** The step of a path from the given place to the next. */
    public static AncestralStep of(final DenoisingPath path, final int step) {
        final double left = 1 - path.alphaBar(step);
        final double nextLeft = 1 - path.alphaBar(step + 1);
        final double alpha = path.alphaBar(step) / path.alphaBar(step + 1);
        return new AncestralStep(
                Math.sqrt(path.alphaBar(step + 1)) * (1 - alpha) / left,
                Math.sqrt(alpha) * nextLeft / left,
                Math.sqrt(nextLeft / left * (1 - alpha)));
    }
}
