package org.jointdiffusion.runtime.explanation;

/**
 * A request with what the model says about its original.
 *
 * @param request what was asked
 * @param classBefore the most probable class
 * @param desiredClass the class to reach
 * @param probabilitiesBefore of every class
 */
record Query(ExplanationRequest request, int classBefore, int desiredClass, double[] probabilitiesBefore) {

    /** Whether there is something to search: an image that already has the desired class has no counterfactual. */
    boolean isOpen() {
        return classBefore != desiredClass;
    }
}
