package org.jointdiffusion.runtime.engine;

import org.jointdiffusion.runtime.diffusion.GuidanceKind;

/**
 * The size of one guided call's change of the predicted noise, for each row: a share of the predicted noise's norm plus
 * a multiple of the norm of the classifier's gradient with respect to the image.
 *
 * @param kind what the classifier's gradient moves
 * @param ofNoise the share of the predicted noise's norm, at least 0
 * @param ofGradient the multiple of the gradient's norm, at least 0
 */
public record GuidanceShares(GuidanceKind kind, double ofNoise, double ofGradient) {}
