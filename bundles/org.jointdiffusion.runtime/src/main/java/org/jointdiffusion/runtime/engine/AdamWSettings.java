package org.jointdiffusion.runtime.engine;

/**
 * How a step changes the weights.
 *
 * @param learningRate the step size of AdamW (Loshchilov and Hutter 2019)
 * @param weightDecay the decoupled weight decay
 * @param gradientLimit the largest norm of the gradient; longer ones are shortened to it
 * @param averageDecay how much of the weights' moving average (EMA) is kept, in [0, 1)
 */
public record AdamWSettings(double learningRate, double weightDecay, double gradientLimit, double averageDecay) {}
