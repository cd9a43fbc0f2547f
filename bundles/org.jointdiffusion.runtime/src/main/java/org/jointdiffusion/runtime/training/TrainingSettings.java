package org.jointdiffusion.runtime.training;

import java.util.OptionalInt;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * How a model is trained. Start from {@link #of} and change what differs.
 *
 * @param network the network
 * @param schedule the noise schedule
 * @param budget when training ends at the latest
 * @param batchSize rows of a step, at least 1
 * @param rowsAtOnce how many rows of a step are computed at once, at least 1; empty for all: fewer need less memory and
 *     give the same step
 * @param optimizer how the weights are improved
 * @param validation what is held out, and when training stops early
 * @param augmentation how the classifier's images are varied
 * @param seed equal seeds give equal trainings (see {@link TrainingBudget})
 * @param device where it runs
 * @param precision its arithmetic
 */
public record TrainingSettings(
        NetworkConfiguration network,
        NoiseSchedule schedule,
        TrainingBudget budget,
        int batchSize,
        OptionalInt rowsAtOnce,
        OptimizerSettings optimizer,
        ValidationSettings validation,
        Augmentation augmentation,
        long seed,
        Device device,
        Precision precision) {

    private static final int BATCH_SIZE = 64;
    private static final double MINUTES = 5;

    /** Checks the numbers of rows; throws {@link IllegalArgumentException}. */
    public TrainingSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("The batch size must be 1 or more, not " + batchSize + ".");
        }
        if (rowsAtOnce.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "At least 1 row must be computed at once, not " + rowsAtOnce.getAsInt() + ".");
        }
    }

    /** Five minutes with settings that suit most small image sets. */
    public static TrainingSettings of(final NetworkConfiguration network) {
        return new TrainingSettings(
                network,
                NoiseSchedule.DEFAULT,
                TrainingBudget.ofMinutes(MINUTES),
                BATCH_SIZE,
                OptionalInt.empty(),
                OptimizerSettings.DEFAULT,
                ValidationSettings.DEFAULT,
                Augmentation.DEFAULT,
                0,
                Device.automatic(),
                Precision.AUTOMATIC);
    }

    /** The same for another network. */
    public TrainingSettings withNetwork(final NetworkConfiguration newNetwork) {
        return new TrainingSettings(
                newNetwork,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another noise schedule. */
    public TrainingSettings withSchedule(final NoiseSchedule newSchedule) {
        return new TrainingSettings(
                network,
                newSchedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another budget. */
    public TrainingSettings withBudget(final TrainingBudget newBudget) {
        return new TrainingSettings(
                network,
                schedule,
                newBudget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another batch size. */
    public TrainingSettings withBatchSize(final int newBatchSize) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                newBatchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with a limit on the rows that are computed at once. */
    public TrainingSettings withRowsAtOnce(final OptionalInt newRowsAtOnce) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                newRowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another optimizer. */
    public TrainingSettings withOptimizer(final OptimizerSettings newOptimizer) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                newOptimizer,
                validation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another validation. */
    public TrainingSettings withValidation(final ValidationSettings newValidation) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                newValidation,
                augmentation,
                seed,
                device,
                precision);
    }

    /** The same with another augmentation. */
    public TrainingSettings withAugmentation(final Augmentation newAugmentation) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                newAugmentation,
                seed,
                device,
                precision);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(final long newSeed) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                newSeed,
                device,
                precision);
    }

    /** The same on another device. */
    public TrainingSettings withDevice(final Device newDevice) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                newDevice,
                precision);
    }

    /** The same in another precision. */
    public TrainingSettings withPrecision(final Precision newPrecision) {
        return new TrainingSettings(
                network,
                schedule,
                budget,
                batchSize,
                rowsAtOnce,
                optimizer,
                validation,
                augmentation,
                seed,
                device,
                newPrecision);
    }
}
