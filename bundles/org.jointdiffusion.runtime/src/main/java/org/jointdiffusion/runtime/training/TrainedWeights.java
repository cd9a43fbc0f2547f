package org.jointdiffusion.runtime.training;

import java.util.List;

/**
 * What is left when the steps are done.
 *
 * @param weights the best averaged weights
 * @param history the curves
 * @param steps all steps that were taken
 * @param epochs how often every row was seen
 * @param bestStep the step after which the kept weights were averaged
 * @param seconds the time of the training
 */
record TrainedWeights(
        float[] weights, List<HistoryEntry> history, long steps, double epochs, long bestStep, double seconds) {}
