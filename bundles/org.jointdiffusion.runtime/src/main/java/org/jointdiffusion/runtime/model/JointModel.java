package org.jointdiffusion.runtime.model;

import java.util.Optional;

/**
 * A trained joint diffusion model; immutable.
 *
 * @param specification everything but the weights
 * @param weights the averaged weights (EMA), flat, in the order of the network's parameter layout; not to be changed
 * @param temperature divides the classifier's outputs before softmax (calibration), above 0
 * @param card how the model was made
 * @param referenceErrors what usual denoising errors are; empty when they were not measured
 */
public record JointModel(
        ModelSpecification specification,
        float[] weights,
        double temperature,
        ModelCard card,
        Optional<ReferenceErrors> referenceErrors) {

    /** Checks the temperature; throws {@link IllegalArgumentException} when it is not a positive number. */
    public JointModel {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A temperature is a positive number, not " + temperature + ".");
        }
    }

    /** A model whose usual denoising errors were not measured. */
    public JointModel(
            final ModelSpecification specification,
            final float[] weights,
            final double temperature,
            final ModelCard card) {
        this(specification, weights, temperature, card, Optional.empty());
    }

    /** The same model with another card. */
    public JointModel withCard(final ModelCard newCard) {
        return new JointModel(specification, weights, temperature, newCard, referenceErrors);
    }
}
