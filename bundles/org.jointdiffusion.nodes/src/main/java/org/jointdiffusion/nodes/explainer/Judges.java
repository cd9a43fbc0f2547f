package org.jointdiffusion.nodes.explainer;

/** Who judges whether a counterfactual belongs to the desired class. */
enum Judges {
    /** The classifier that is explained. */
    CLASSIFIER,
    /** That classifier and an independent one, trained on the labeled images of the third input. */
    CLASSIFIER_AND_ORACLE
}
