package org.jointdiffusion.runtime.engine;

/**
 * A loss and its gradient.
 *
 * @param loss the joint loss
 * @param gradient its derivative with respect to every weight
 */
record LossGradient(double loss, double[] gradient) {}
