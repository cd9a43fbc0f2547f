package org.jointdiffusion.runner.result;

/** Names of the columns that our nodes write and that the figures and the report read. */
public final class Columns {

    /** Labeled Image Reader and Conditional Sampler: the image. */
    public static final String IMAGE = "Image";

    /** Labeled Image Reader: the class of the image. */
    public static final String LABEL = "Label";

    /** Predictor: the percentage of held-out images that the model denoises worse. */
    public static final String TYPICALITY = "Typicality";

    /** Learner's history: number of optimiser steps. */
    public static final String STEP = "Step";

    /** Learner's history: passes over the training rows. */
    public static final String EPOCH = "Epoch";

    /** Learner's history: loss of the denoiser on training rows. */
    public static final String DIFFUSION_LOSS = "Diffusion loss";

    /** Learner's history: loss of the classifier on training rows. */
    public static final String CLASSIFICATION_LOSS = "Classification loss";

    /** Learner's history: loss of the denoiser on validation rows. */
    public static final String VALIDATION_DIFFUSION_LOSS = "Validation diffusion loss";

    /** Learner's history: loss of the classifier on validation rows. */
    public static final String VALIDATION_CLASSIFICATION_LOSS = "Validation classification loss";

    /** Learner's history: accuracy on training rows. */
    public static final String TRAINING_ACCURACY = "Training accuracy";

    /** Learner's history: accuracy on validation rows. */
    public static final String VALIDATION_ACCURACY = "Validation accuracy";

    /** Learner's history: training images per second. */
    public static final String IMAGES_PER_SECOND = "Images per second";

    /** Sampler and the Learner's previews: the class that was asked for. */
    public static final String CLASS = "Class";

    /**
     * Sampler and the Learner's previews: the class that the classifier sees; the Predictor's column begins with this.
     */
    public static final String PREDICTION = "Prediction";

    /** Sampler: probability of the class that was asked for. */
    public static final String CLASS_PROBABILITY = "P (Class)";

    /** Learner's previews: probability of the class that was asked for. */
    public static final String PREVIEW_PROBABILITY = "Probability";

    /** Explainer: the image that was explained. */
    public static final String ORIGINAL = "Original";

    /** Explainer: the changed image. */
    public static final String COUNTERFACTUAL = "Counterfactual";

    /** Explainer: signed difference as a heat map. */
    public static final String DIFFERENCE = "Difference";

    /** Explainer: the heat map over the original. */
    public static final String OVERLAY = "Overlay";

    /** Explainer: class of the original. */
    public static final String CLASS_BEFORE = "Class before";

    /** Explainer: class that was asked for. */
    public static final String DESIRED_CLASS = "Desired class";

    /** Explainer: class of the counterfactual. */
    public static final String CLASS_AFTER = "Class after";

    /** Explainer: probability of the first class before the change. */
    public static final String BEFORE_IN_ORIGINAL = "P of class before in original";

    /** Explainer: probability of the first class after the change. */
    public static final String BEFORE_IN_COUNTERFACTUAL = "P of class before in counterfactual";

    /** Explainer: probability of the desired class before the change. */
    public static final String DESIRED_IN_ORIGINAL = "P of desired class in original";

    /** Explainer: probability of the desired class after the change. */
    public static final String DESIRED_IN_COUNTERFACTUAL = "P of desired class in counterfactual";

    /** Explainer: whether the counterfactual has the desired class. */
    public static final String SUCCESS = "Success";

    /** Explainer: probability of the desired class, averaged over clean and noised copies of the counterfactual. */
    public static final String CONFIDENCE = "Confidence";

    /** Explainer: mean absolute change of a pixel, on [0, 1]. */
    public static final String MEAN_CHANGE = "Mean change";

    /** Explainer: share of the pixels that changed, on [0, 1]. */
    public static final String PIXELS_CHANGED = "Pixels changed";

    /** Explainer: number of connected regions that changed. */
    public static final String REGIONS = "Regions";

    /** Explainer: how the probabilities cross over while the changed pixels are put in, on [-1, 1]. */
    public static final String COUT = "COUT";

    /** Explainer: how far the image was noised, as a share of the diffusion time. */
    public static final String NOISE_LEVEL = "Noise level";

    /** Explainer with labeled images: what the oracle sees in the counterfactual. */
    public static final String ORACLE_CLASS = "Oracle class";

    /** Explainer with labeled images: semantic, adversarial or failed; missing when the oracle cannot judge. */
    public static final String VERDICT = "Verdict";

    /**
     * Explainer with labeled images, in the summary: share of held-out labeled images that the oracle names rightly.
     */
    public static final String ORACLE_ACCURACY = "Oracle accuracy";

    /** Joint Diffusion Scorer: the name of a figure. */
    public static final String FIGURE = "Figure";

    /** Joint Diffusion Scorer: the value of a figure. */
    public static final String VALUE = "Value";

    /** Joint Diffusion Scorer: the number of images that a figure comes from. */
    public static final String IMAGES = "Images";

    /** How to read a figure. */
    public static final String MEANING = "Meaning";

    private Columns() {}
}
