package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.diffusion.NoiseSchedule;

/** Exact noise predictions of data with a known density: what a perfectly trained network would answer. */
final class AnalyticDenoisers {

    static final NoiseSchedule SCHEDULE = NoiseSchedule.DEFAULT;

    private static final double[] ALPHA_BARS = SCHEDULE.alphaBars();

    private AnalyticDenoisers() {}

    static double alphaBar(final int timestep) {
        return ALPHA_BARS[timestep];
    }

    /** Every value is drawn from a normal distribution on its own. */
    static Denoiser normal(final double mean, final double deviation) {
        return (images, t) -> {
            final double variance = ALPHA_BARS[t] * deviation * deviation + 1 - ALPHA_BARS[t];
            final float[] noise = new float[images.length];
            for (int i = 0; i < images.length; i++) {
                noise[i] = (float)
                        (Math.sqrt(1 - ALPHA_BARS[t]) * (images[i] - Math.sqrt(ALPHA_BARS[t]) * mean) / variance);
            }
            return noise;
        };
    }

    /** Every value is drawn from one of two normal distributions, around -0.5 or +0.5, equally often. */
    static Denoiser mixture(final double deviation) {
        return (images, t) -> {
            final double variance = ALPHA_BARS[t] * deviation * deviation + 1 - ALPHA_BARS[t];
            final double center = 0.5 * Math.sqrt(ALPHA_BARS[t]);
            final float[] noise = new float[images.length];
            for (int i = 0; i < images.length; i++) {
                final double expectedCenter = center * Math.tanh(images[i] * center / variance);
                noise[i] = (float) (Math.sqrt(1 - ALPHA_BARS[t]) * (images[i] - expectedCenter) / variance);
            }
            return noise;
        };
    }
}
