package org.jointdiffusion.runtime.oracle;

import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.training.Augmentation;

/**
 * How an oracle is trained. Start from {@link #DEFAULT} and change what differs.
 *
 * @param budget how long
 * @param batchSize rows of a step, at least 1
 * @param augmentation how the images are varied
 * @param validationShare the share of every class that is held out to measure the accuracy, in [0, 0.5]
 * @param seed equal seeds give equal oracles; the same seed as that of a joint model gives other random numbers
 * @param device where it runs
 * @param precision its arithmetic
 */
public record OracleSettings(
        StepBudget budget,
        int batchSize,
        Augmentation augmentation,
        double validationShare,
        long seed,
        Device device,
        Precision precision) {

    /** What suits most small image sets. */
    public static final OracleSettings DEFAULT = new OracleSettings(
            StepBudget.DEFAULT,
            32,
            new Augmentation(Augmentation.Flip.NEVER, 1),
            0.1,
            0,
            Device.automatic(),
            Precision.AUTOMATIC);

    /** Checks the values; throws {@link IllegalArgumentException} with the offending one. */
    public OracleSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("The batch size must be 1 or more, not " + batchSize + ".");
        }
        if (!(validationShare >= 0) || !(validationShare <= 0.5)) {
            throw new IllegalArgumentException(
                    "The validation share must be from 0 to 0.5, not " + validationShare + ".");
        }
    }

    /** The same with another budget. */
    public OracleSettings withBudget(final StepBudget newBudget) {
        return new OracleSettings(newBudget, batchSize, augmentation, validationShare, seed, device, precision);
    }

    /** The same with another batch size. */
    public OracleSettings withBatchSize(final int newBatchSize) {
        return new OracleSettings(budget, newBatchSize, augmentation, validationShare, seed, device, precision);
    }

    /** The same with another augmentation. */
    public OracleSettings withAugmentation(final Augmentation newAugmentation) {
        return new OracleSettings(budget, batchSize, newAugmentation, validationShare, seed, device, precision);
    }

    /** The same with another share of held-out rows. */
    public OracleSettings withValidationShare(final double newShare) {
        return new OracleSettings(budget, batchSize, augmentation, newShare, seed, device, precision);
    }

    /** The same with another seed. */
    public OracleSettings withSeed(final long newSeed) {
        return new OracleSettings(budget, batchSize, augmentation, validationShare, newSeed, device, precision);
    }

    /** The same on another device. */
    public OracleSettings withDevice(final Device newDevice) {
        return new OracleSettings(budget, batchSize, augmentation, validationShare, seed, newDevice, precision);
    }

    /** The same in another precision. */
    public OracleSettings withPrecision(final Precision newPrecision) {
        return new OracleSettings(budget, batchSize, augmentation, validationShare, seed, device, newPrecision);
    }
}
