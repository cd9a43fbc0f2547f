package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.runtime.explanation.Counterfactual;

/**
 * What the oracle sees in a finished counterfactual, that is, in the image with its 8 bits per colour.
 *
 * @param result the counterfactual
 * @param oracleClass the class that the oracle finds most probable
 * @param desiredProbability the oracle's probability of the desired class
 * @param knowsDesiredClass whether the oracle has seen images of the desired class; otherwise it cannot judge
 */
record Judgement(Counterfactual result, int oracleClass, double desiredProbability, boolean knowsDesiredClass) {

    /** Whether the oracle sees the desired class. */
    boolean agrees() {
        return oracleClass == result.desiredClass();
    }

    /** The verdict; only if the oracle knows the desired class. */
    Verdict verdict() {
        return Verdict.of(result.valid(), agrees());
    }
}
