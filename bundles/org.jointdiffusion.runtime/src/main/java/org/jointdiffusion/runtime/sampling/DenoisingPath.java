package org.jointdiffusion.runtime.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;

/** The timesteps that a sampler visits, from the noisiest down to 0, and how much of the image is left at each. */
public final class DenoisingPath {

    /** Where balanced paths end, as a share of T. */
    private static final double LAST_SHARE = 0.003;

    private final int[] timesteps;

    private final double[] alphaBars;

    private DenoisingPath(final NoiseSchedule schedule, final int[] timesteps) {
        final double[] all = schedule.alphaBars();
        this.timesteps = timesteps;
        this.alphaBars = Arrays.stream(timesteps).mapToDouble(t -> all[t]).toArray();
    }

    /**
     * Equally spaced timesteps: the respacing of Nichol and Dhariwal 2021, section 4.
     *
     * @param start the noisiest timestep, in 0 .. T-1
     * @param steps how many timesteps to visit, at least 1; more than there are visits each of them
     */
    public static DenoisingPath uniform(final NoiseSchedule schedule, final int start, final int steps) {
        check(schedule, start, steps);
        final int count = Math.min(steps, start + 1);
        return new DenoisingPath(
                schedule,
                IntStream.range(0, count)
                        .map(i -> count == 1 ? start : (int) Math.round((double) start * (count - 1 - i) / (count - 1)))
                        .toArray());
    }

    /**
     * Timesteps halfway between equal spacing and equal distances of the log-SNR, down to a small timestep.
     *
     * <p>Equal spacing walks too fast where details appear, equal log-SNR distances too fast where the form is decided;
     * the last few timesteps, where next to no noise is left, are crossed in one.
     *
     * @param start the noisiest timestep, in 0 .. T-1
     * @param steps how many timesteps to visit at most, at least 1; those that round to the same one are visited once
     */
    public static DenoisingPath balanced(final NoiseSchedule schedule, final int start, final int steps) {
        check(schedule, start, steps);
        final double[] alphaBars = schedule.alphaBars();
        final int end = Math.min(start, (int) Math.round(LAST_SHARE * schedule.timesteps()));
        final double first = logSnr(alphaBars[start]);
        final double last = logSnr(alphaBars[end]);
        return new DenoisingPath(
                schedule,
                IntStream.range(0, steps)
                        .mapToDouble(i -> steps == 1 ? 0 : (double) i / (steps - 1))
                        .mapToInt(share -> (int) Math.round((start
                                        + (end - start) * share
                                        + nearest(alphaBars, start, first + (last - first) * share))
                                / 2))
                        .distinct()
                        .toArray());
    }

    /**
     * Timesteps at equal distances of the logarithm of the signal-to-noise ratio, lambda = log(alpha / sigma), rounded
     * to whole timesteps: what DPM-Solver++ needs (Lu et al. 2022, section 4).
     *
     * @param start the noisiest timestep, in 0 .. T-1
     * @param steps how many timesteps to visit at most, at least 1; those that round to the same one are visited once
     */
    public static DenoisingPath logSnr(final NoiseSchedule schedule, final int start, final int steps) {
        check(schedule, start, steps);
        final double[] alphaBars = schedule.alphaBars();
        final double first = logSnr(alphaBars[start]);
        final double last = logSnr(alphaBars[0]);
        return new DenoisingPath(
                schedule,
                IntStream.range(0, steps)
                        .mapToDouble(i -> steps == 1 ? first : first + (last - first) * i / (steps - 1))
                        .mapToInt(lambda -> nearest(alphaBars, start, lambda))
                        .distinct()
                        .toArray());
    }

    private static int nearest(final double[] alphaBars, final int start, final double lambda) {
        int t = start;
        while (t > 0 && Math.abs(logSnr(alphaBars[t - 1]) - lambda) <= Math.abs(logSnr(alphaBars[t]) - lambda)) {
            t--;
        }
        return t;
    }

    private static void check(final NoiseSchedule schedule, final int start, final int steps) {
        if (start < 0 || start >= schedule.timesteps()) {
            throw new IllegalArgumentException(
                    "The first timestep must be in 0 to " + (schedule.timesteps() - 1) + ", not " + start + ".");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("Denoising takes at least 1 step, not " + steps + ".");
        }
    }

    /** How many timesteps are visited, at least 1. */
    public int steps() {
        return timesteps.length;
    }

    /** The timestep of a step in 0 .. steps-1. */
    public int timestep(final int step) {
        return timesteps[step];
    }

    /** Alpha-bar of a step in 0 .. steps; after the last one the image is clean, which is 1. */
    public double alphaBar(final int step) {
        return step == alphaBars.length ? 1 : alphaBars[step];
    }

    /**
     * 1 / 2r, r = previous h / h: how far a multistep solver of second order looks ahead of the last predicted image
     * (Lu et al. 2022, algorithm 2); 0 in the first and the last step, which are of first order.
     */
    double extrapolation(final int step) {
        return step == 0 || step + 1 == steps()
                ? 0
                : (lambda(step + 1) - lambda(step)) / (lambda(step) - lambda(step - 1)) / 2;
    }

    /** Half the logarithm of the signal-to-noise ratio of a step: infinite after the last one. */
    double lambda(final int step) {
        return logSnr(alphaBar(step));
    }

    private static double logSnr(final double alphaBar) {
        return 0.5 * Math.log(alphaBar / (1 - alphaBar));
    }

    /** Clean images brought to the path's first noise level: sqrt(abar) x_0 + sqrt(1 - abar) noise (DDPM, eq. 4). */
    public float[] noised(final float[] clean, final float[] noise) {
        return noised(0, clean, noise);
    }

    /** Clean images brought to the noise level of a step in 0 .. steps; after the last one they stay as they are. */
    public float[] noised(final int step, final float[] clean, final float[] noise) {
        final double signal = Math.sqrt(alphaBar(step));
        final double deviation = Math.sqrt(1 - alphaBar(step));
        final float[] noisy = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            noisy[i] = (float) (signal * clean[i] + deviation * noise[i]);
        }
        return noisy;
    }

    /**
     * The image that a prediction of the noise stands for, x_0 = (x_t - sqrt(1 - abar) epsilon) / sqrt(abar), clipped
     * to the range of images, [-1, 1] (DDPM, eq. 15 and its released code).
     */
    public float[] predictedImages(final int step, final float[] images, final float[] epsilon) {
        final double signal = Math.sqrt(alphaBar(step));
        final double deviation = Math.sqrt(1 - alphaBar(step));
        final float[] clean = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            clean[i] = (float) Math.max(-1, Math.min(1, (images[i] - deviation * epsilon[i]) / signal));
        }
        return clean;
    }
}
