package org.jointdiffusion.runtime.prediction;

/**
 * What the classifier says about one image.
 *
 * @param predictedClass the number of the most likely class
 * @param probabilities one for each class, in [0, 1], summing to 1
 */
public record Prediction(int predictedClass, double[] probabilities) {}
