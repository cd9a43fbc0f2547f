package org.jointdiffusion.runtime.engine;

/**
 * What one guided call of the network returns.
 *
 * @param noise the steered prediction of the noise, n x channels x height x width
 * @param logits the classifier's outputs for the unchanged input, n x classes
 */
public record GuidedNoise(float[] noise, float[] logits) {}
