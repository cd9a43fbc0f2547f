package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.diffusion.NoiseSchedule;

/** The numerical method that walks from noise to an image. */
public enum SamplerKind {
    /** DPM-Solver++(2M), log-SNR spacing (Lu et al. 2022, algorithm 2): about 20 steps. */
    DPM_SOLVER(new DpmSolverSampler(), 20),
    /**
     * SDE-DPM-Solver++(2M): fresh noise in each of about 20 steps (Lu et al. 2022), balanced spacing. As close to real
     * images as a thousand steps of DDPM.
     */
    STOCHASTIC_DPM_SOLVER(new StochasticDpmSolverSampler(), 20),
    /** Deterministic DDIM (Song et al. 2021, eq. 12 with eta = 0): about 50 steps. */
    DDIM(new DdimSampler(0), 50),
    /** Ancestral DDPM (Ho et al. 2020, algorithm 2), respaced to any number of steps: the paper's sampler. */
    DDPM(new DdpmSampler(), 50);

    private final Sampler sampler;

    private final int usualSteps;

    SamplerKind(final Sampler sampler, final int usualSteps) {
        this.sampler = sampler;
        this.usualSteps = usualSteps;
    }

    /** The method itself. */
    public Sampler sampler() {
        return sampler;
    }

    /** The number of steps after which more steps change little. */
    public int usualSteps() {
        return usualSteps;
    }

    /** The path with this method's spacing, from timestep {@code start} down to 0. */
    public DenoisingPath path(final NoiseSchedule schedule, final int start, final int steps) {
        return switch (this) {
            case DPM_SOLVER -> DenoisingPath.logSnr(schedule, start, steps);
            case STOCHASTIC_DPM_SOLVER -> DenoisingPath.balanced(schedule, start, steps);
            case DDIM, DDPM -> DenoisingPath.uniform(schedule, start, steps);
        };
    }
}
