package org.jointdiffusion.runtime.diffusion;

/** What the classifier's gradient moves during guided denoising (paper, section "Conditional sampling"). */
public enum GuidanceKind {
    /** Nothing: unconditional denoising. */
    NONE,
    /** Every element of the representation z_t; the decoder turns the moved representation into noise. */
    REPRESENTATION,
    /** The noisy image x_t itself (classifier guidance). */
    IMAGE
}
