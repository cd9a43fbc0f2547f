package org.jointdiffusion.nodes.predictor;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jointdiffusion.runtime.prediction.Prediction;

/**
 * All that is said of one image.
 *
 * @param prediction its class
 * @param typicality how usual it is, in percent; empty when it was not wanted or is not available
 * @param features by which the classifier decides; empty when they were not wanted
 */
record Assessment(Prediction prediction, OptionalDouble typicality, Optional<float[]> features) {

    /** The probability of the predicted class. */
    double confidence() {
        return prediction.probabilities()[prediction.predictedClass()];
    }
}
