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
 * @param samples images that the finished model drew; empty when none were asked for
 */
public record JointModel(
        ModelSpecification specification,
        float[] weights,
        double temperature,
        ModelCard card,
        Optional<ReferenceErrors> referenceErrors,
        Optional<ModelSamples> samples) {

    /** Checks the temperature; throws {@link IllegalArgumentException} when it is not a positive number. */
    public JointModel {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A temperature is a positive number, not " + temperature + ".");
        }
    }

    /** A model without samples. */
    public JointModel(
            final ModelSpecification specification,
            final float[] weights,
            final double temperature,
            final ModelCard card,
            final Optional<ReferenceErrors> referenceErrors) {
        this(specification, weights, temperature, card, referenceErrors, Optional.empty());
    }

    /** A model without samples whose usual denoising errors were not measured. */
    public JointModel(
            final ModelSpecification specification,
            final float[] weights,
            final double temperature,
            final ModelCard card) {
        this(specification, weights, temperature, card, Optional.empty());
    }

    /** The same model with another card. */
    public JointModel withCard(final ModelCard newCard) {
        return new JointModel(specification, weights, temperature, newCard, referenceErrors, samples);
    }

    /** The same model with other samples. */
    public JointModel withSamples(final Optional<ModelSamples> newSamples) {
        return new JointModel(specification, weights, temperature, card, referenceErrors, newSamples);
    }
}
