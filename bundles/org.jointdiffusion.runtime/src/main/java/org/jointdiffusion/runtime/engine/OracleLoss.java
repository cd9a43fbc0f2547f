package org.jointdiffusion.runtime.engine;

/**
 * What one training step of an oracle measured before it changed the weights.
 *
 * @param crossEntropy the mean cross entropy; not finite when the training has diverged
 * @param right the number of rows that were classified rightly
 */
public record OracleLoss(double crossEntropy, int right) {}
