package org.jointdiffusion.runtime.diffusion;

/**
 * How much noise each timestep carries: alpha-bar, the share of the image's variance that is left at timestep t.
 *
 * @param kind the formula of the schedule
 * @param timesteps T, the number of timesteps of the diffusion process, 2 to 100,000
 */
public record NoiseSchedule(Kind kind, int timesteps) {

    /** The formula of a schedule. */
    public enum Kind {
        /** Betas from 0.0001 to 0.02 in equal steps (Ho et al. 2020, section 4). */
        LINEAR,
        /** Squared cosine of the time (Nichol and Dhariwal 2021, section 3.2). */
        COSINE
    }

    /** Linear betas over 1,000 timesteps. */
    public static final NoiseSchedule DEFAULT = new NoiseSchedule(Kind.LINEAR, 1000);

    /** A hundred times what is usual; the tables of a schedule grow with it. */
    private static final int MOST_TIMESTEPS = 100_000;

    /** Checks the number of timesteps; throws {@link IllegalArgumentException}. */
    public NoiseSchedule {
        if (timesteps < 2 || timesteps > MOST_TIMESTEPS) {
            throw new IllegalArgumentException("A noise schedule has 2 to 100,000 timesteps, not " + timesteps + ".");
        }
    }

    /** The table of alpha-bar for t = 0 .. T-1, falling from almost 1 to almost 0; a fresh array. */
    public double[] alphaBars() {
        final double[] alphaBars = new double[timesteps];
        double product = 1;
        for (int t = 0; t < timesteps; t++) {
            product *= 1 - beta(t);
            alphaBars[t] = product;
        }
        return alphaBars;
    }

    private double beta(final int t) {
        return switch (kind) {
            case LINEAR -> 1e-4 + (0.02 - 1e-4) * t / (timesteps - 1);
            case COSINE -> Math.min(0.999, 1 - cosine(t + 1) / cosine(t));
        };
    }

    private double cosine(final int t) {
        final double angle = Math.cos(((double) t / timesteps + 0.008) / 1.008 * Math.PI / 2);
        return angle * angle;
    }
}
