package org.jointdiffusion.runtime.training;

/**
 * One point of a training's curves; values that were not measured are NaN.
 *
 * @param step steps so far
 * @param epoch how often every row has been seen
 * @param seconds time since the start
 * @param diffusionLoss mean squared error of the predicted noise, averaged over the steps since the last entry
 * @param classificationLoss cross entropy of the labelled rows without noise, averaged likewise
 * @param validationDiffusionLoss the same on held-out rows with the averaged weights
 * @param validationClassificationLoss the same on held-out rows with the averaged weights
 * @param trainingAccuracy share of labelled training rows that were classified rightly since the last entry
 * @param validationAccuracy share of held-out rows that the averaged weights classify rightly
 * @param learningRate the step size of the last step
 * @param imagesPerSecond training rows a second since the last entry
 */
public record HistoryEntry(
        long step,
        double epoch,
        double seconds,
        double diffusionLoss,
        double classificationLoss,
        double validationDiffusionLoss,
        double validationClassificationLoss,
        double trainingAccuracy,
        double validationAccuracy,
        double learningRate,
        double imagesPerSecond) {

    /** All values in the order of the components. */
    public double[] values() {
        return new double[] {
            step,
            epoch,
            seconds,
            diffusionLoss,
            classificationLoss,
            validationDiffusionLoss,
            validationClassificationLoss,
            trainingAccuracy,
            validationAccuracy,
            learningRate,
            imagesPerSecond
        };
    }
}
