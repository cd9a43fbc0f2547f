package org.jointdiffusion.runtime.reference.explain;

import java.util.List;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/** Accuracy and calibration of a model on all test images. */
final class AccuracyFigures {

    private static final String CALIBRATED =
            "expected calibration error of the temperature-scaled probabilities, 15" + " bins, all test images";

    private static final String RAW = "the same without temperature scaling";

    private AccuracyFigures() {}

    /**
     * The figures of a loaded model.
     *
     * @param suffix appended to the names
     */
    static List<Estimate> measure(
            final FashionData data, final JointModel model, final JointNetwork network, final String suffix) {
        final List<Prediction> predictions = new Classifier(network, model).predict(data.test());
        final boolean[] right = TestBed.equal(
                predictions.stream().mapToInt(Prediction::predictedClass).toArray(), data.testLabels());
        return List.of(
                Estimate.share("accuracy" + suffix, right, "share of the test images"),
                calibration("ece" + suffix, predictions, data.testLabels(), 1, CALIBRATED),
                calibration("ece_uncalibrated" + suffix, predictions, data.testLabels(), 1 / model.temperature(), RAW));
    }

    /** The figures of a model that is loaded for this alone. */
    static List<Estimate> measure(final FashionData data, final JointModel model, final String suffix) {
        try (JointNetwork network = RuntimeService.shared().load(model, Device.automatic(), Precision.AUTOMATIC)) {
            return measure(data, model, network, suffix);
        }
    }

    /** Logarithms of probabilities are logits; a temperature of 1/T undoes the scaling by T. */
    private static Estimate calibration(
            final String name,
            final List<Prediction> predictions,
            final int[] labels,
            final double temperature,
            final String unit) {
        final int classes = predictions.get(0).probabilities().length;
        final float[] logits = new float[predictions.size() * classes];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(
                    Math.max(Double.MIN_NORMAL, predictions.get(i / classes).probabilities()[i % classes]));
        }
        final double standardError = Intervals.standardError(labels.length, rows -> {
            final float[] drawn = new float[logits.length];
            final int[] drawnLabels = new int[labels.length];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(logits, rows[i] * classes, drawn, i * classes, classes);
                drawnLabels[i] = labels[rows[i]];
            }
            return Calibration.expectedCalibrationError(drawn, drawnLabels, classes, temperature);
        });
        return Estimate.normal(
                name, Calibration.expectedCalibrationError(logits, labels, classes, temperature), standardError, unit);
    }
}
