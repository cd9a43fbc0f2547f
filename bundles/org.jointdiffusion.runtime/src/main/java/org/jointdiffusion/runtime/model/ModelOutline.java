package org.jointdiffusion.runtime.model;

/**
 * What a model file says about its model before the weights are read.
 *
 * @param specification everything but the weights
 * @param card how the model was made
 */
public record ModelOutline(ModelSpecification specification, ModelCard card) {}
