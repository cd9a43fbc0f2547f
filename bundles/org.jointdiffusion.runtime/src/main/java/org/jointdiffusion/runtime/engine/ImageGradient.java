package org.jointdiffusion.runtime.engine;

/**
 * The classifier's gradient with respect to its input images.
 *
 * @param gradient d CE / d x, summed cross entropy, n x channels x height x width
 * @param logits the classifier's outputs, n x classes
 */
public record ImageGradient(float[] gradient, float[] logits) {}
