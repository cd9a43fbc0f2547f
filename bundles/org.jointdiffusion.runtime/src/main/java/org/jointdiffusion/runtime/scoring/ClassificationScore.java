package org.jointdiffusion.runtime.scoring;

import java.util.List;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;

/**
 * How well a model classifies.
 *
 * @param confusion which class was taken for which
 * @param negativeLogLikelihood the mean of -ln of the probability of the true class, in nats; 0 is perfect
 * @param calibrationError how far confidence and accuracy are apart, in [0, 1] (Guo et al. 2017, eq. 3, 15 bins)
 */
public record ClassificationScore(ConfusionMatrix confusion, double negativeLogLikelihood, double calibrationError) {

    /**
     * Scores a classifier's outputs.
     *
     * @param logits n x classes
     * @param labels the true class of each row; rows labelled -1 are left out
     * @param classNames the classes
     * @param temperature divides the outputs before softmax, above 0
     */
    static ClassificationScore of(
            final float[] logits, final int[] labels, final List<String> classNames, final double temperature) {
        final int classes = classNames.size();
        final int[] predicted = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            predicted[row] = Calibration.mostProbable(Calibration.softmax(logits, row, classes, temperature));
        }
        return new ClassificationScore(
                ConfusionMatrix.of(classNames, labels, predicted),
                Calibration.negativeLogLikelihood(logits, labels, classes, temperature),
                Calibration.expectedCalibrationError(logits, labels, classes, temperature));
    }
}
