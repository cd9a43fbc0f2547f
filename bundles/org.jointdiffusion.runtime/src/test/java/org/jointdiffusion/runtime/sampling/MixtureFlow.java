package org.jointdiffusion.runtime.sampling;

/**
 * The exact solution of the probability flow of a one-dimensional mixture: it keeps quantiles, so x_0 is the quantile
 * of the data at which x_T is among noisy data.
 */
final class MixtureFlow {

    private static final double DEVIATION = 0.1;

    private static final int STARTS = 199;

    private MixtureFlow() {}

    /** The mean absolute error of a deterministic sampler over starting points at all quantiles. */
    static double error(final Sampler sampler, final DenoisingPath path) {
        final float[] starts = new float[STARTS];
        final double[] exact = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            final double quantile = (i + 0.5) / STARTS;
            starts[i] = (float) quantile(quantile, path.alphaBar(0));
            exact[i] = quantile(quantile, 1);
        }
        final float[] images = sampler.denoise(AnalyticDenoisers.mixture(DEVIATION), starts, path, TestNoise.seeded(0));
        double sum = 0;
        for (int i = 0; i < STARTS; i++) {
            sum += Math.abs(images[i] - exact[i]);
        }
        return sum / STARTS;
    }

    private static double quantile(final double share, final double alphaBar) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            final double middle = (low + high) / 2;
            if (distribution(middle, alphaBar) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double distribution(final double value, final double alphaBar) {
        final double deviation = Math.sqrt(alphaBar * DEVIATION * DEVIATION + 1 - alphaBar);
        final double center = 0.5 * Math.sqrt(alphaBar);
        return (normal((value - center) / deviation) + normal((value + center) / deviation)) / 2;
    }

    /** The standard normal distribution function by Simpson's rule. */
    private static double normal(final double value) {
        final double end = Math.min(Math.abs(value), 9);
        final int intervals = 200;
        double sum = 0;
        for (int i = 0; i <= intervals; i++) {
            final double x = end * i / intervals;
            final int weight = i == 0 || i == intervals ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-x * x / 2);
        }
        final double half = sum * end / intervals / 3 / Math.sqrt(2 * Math.PI);
        return value < 0 ? 0.5 - half : 0.5 + half;
    }
}
