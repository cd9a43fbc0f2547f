package org.jointdiffusion.runtime.scoring;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.oracle.StepBudget;

/**
 * How a model is scored. Start from {@link #DEFAULT} and change what differs.
 *
 * @param samples how many conditional samples are made, at least 0; with 0 only the classifier is scored
 * @param features in which features samples and real images are compared
 * @param oracleBudget how long an oracle is trained
 * @param seed equal seeds give equal scores
 * @param device where an oracle runs
 * @param precision an oracle's arithmetic
 */
public record ScoringSettings(
        int samples, FeatureChoice features, StepBudget oracleBudget, long seed, Device device, Precision precision) {

    /** What suits a few hundred test images. */
    public static final ScoringSettings DEFAULT = new ScoringSettings(
            100, FeatureChoice.AUTOMATIC, StepBudget.DEFAULT, 0, Device.automatic(), Precision.AUTOMATIC);

    /** Checks the number of samples; throws {@link IllegalArgumentException} when it is negative. */
    public ScoringSettings {
        if (samples < 0) {
            throw new IllegalArgumentException("The number of samples must be 0 or more, not " + samples + ".");
        }
    }

    /** The same with another number of samples. */
    public ScoringSettings withSamples(final int newSamples) {
        return new ScoringSettings(newSamples, features, oracleBudget, seed, device, precision);
    }

    /** The same in other features. */
    public ScoringSettings withFeatures(final FeatureChoice newFeatures) {
        return new ScoringSettings(samples, newFeatures, oracleBudget, seed, device, precision);
    }

    /** The same with another training of the oracle. */
    public ScoringSettings withOracleBudget(final StepBudget newBudget) {
        return new ScoringSettings(samples, features, newBudget, seed, device, precision);
    }

    /** The same with another seed. */
    public ScoringSettings withSeed(final long newSeed) {
        return new ScoringSettings(samples, features, oracleBudget, newSeed, device, precision);
    }

    /** The same on another device and in another precision. */
    public ScoringSettings on(final Device newDevice, final Precision newPrecision) {
        return new ScoringSettings(samples, features, oracleBudget, seed, newDevice, newPrecision);
    }
}
