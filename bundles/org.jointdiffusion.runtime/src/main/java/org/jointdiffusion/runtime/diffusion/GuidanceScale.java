package org.jointdiffusion.runtime.diffusion;

/** What the strength of guidance is a multiple of. */
public enum GuidanceScale {
    /**
     * The change of the predicted noise has this share of the predicted noise's own norm, for each row and step,
     * however probable the class already is: it pushes on as long as it lasts. What explanations need.
     */
    NOISE,
    /**
     * The strength is the power s of the classifier's probability: samples come from p(x) p(y | x)^s, with eps - s
     * sqrt(1 - abar) grad log p(y | x_t) (Dhariwal and Nichol 2021, algorithm 2). It fades as the class is reached, so
     * that samples stay varied. The representation is changed as much as the image would be.
     */
    PROBABILITY
}
