package org.jointdiffusion.runtime.sampling;

/**
 * A sample that was tried until the classifier agreed, or until it was enough.
 *
 * @param sample the accepted one, or the best of all tries
 * @param tries how many were made, at least 1
 */
public record AcceptedSample(Sample sample, int tries) {

    /** Whether the model's classifier sees the class that was asked for. */
    public boolean accepted() {
        return sample.predictedClass() == sample.request().desiredClass();
    }
}
