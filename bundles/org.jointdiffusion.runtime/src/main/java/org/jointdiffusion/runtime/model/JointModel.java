package org.jointdiffusion.runtime.model;

/**
 * A trained joint diffusion model; immutable.
 *
 * @param specification everything but the weights
 * @param weights the averaged weights (EMA), flat, in the order of the network's parameter layout; not to be changed
 * @param temperature divides the classifier's outputs before softmax (calibration), above 0
 * @param card how the model was made
 */
public record JointModel(ModelSpecification specification, float[] weights, double temperature, ModelCard card) {

    /** Checks the temperature; throws {@link IllegalArgumentException} when it is not a positive number. */
    public JointModel {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A temperature is a positive number, not " + temperature + ".");
        }
    }
}
