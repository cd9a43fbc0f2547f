package org.jointdiffusion.runtime.sampling;

/** The numerical method that walks from noise to an image. */
public enum SamplerKind {
    /** DPM-Solver++(2M), log-SNR spacing (Lu et al. 2022, algorithm 2): about 20 steps. */
    DPM_SOLVER,
    /** Deterministic DDIM (Song et al. 2021, eq. 12 with eta = 0): about 50 steps. */
    DDIM,
    /** Ancestral DDPM (Ho et al. 2020, algorithm 2), respaced to any number of steps: the paper's sampler. */
    DDPM
}
