package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.network.DropoutMask;

/** Makes the batch of a training step: rows, noise, timesteps and dropout masks follow from the seed and the step. */
final class BatchMaker {

    private final TrainingImages data;
    private final TrainingSettings settings;
    private final float[] classWeights;
    private final int batchSize;
    private final List<DropoutMask> masks;
    private final BatchRows batchRows;
    private final AugmentedImages augmented;
    private final KeyedNoise diffusionNoise;
    private final KeyedNoise timestepNoise;
    private final KeyedNoise dropoutNoise;

    BatchMaker(final PreparedTraining training, final List<DropoutMask> masks) {
        data = training.images();
        settings = training.settings();
        classWeights = training.classWeights();
        this.masks = masks;
        batchSize = Math.min(settings.batchSize(), training.trainingRows().length);
        batchRows = new BatchRows(data, training.trainingRows(), batchSize, settings.seed());
        augmented = new AugmentedImages(data, settings.augmentation(), settings.seed());
        final KeyedNoise noise = new KeyedNoise(settings.seed());
        diffusionNoise = noise.forPurpose("training noise");
        timestepNoise = noise.forPurpose("training timesteps");
        dropoutNoise = noise.forPurpose("dropout");
    }

    /** The rows of every batch. */
    int batchSize() {
        return batchSize;
    }

    /** Leaves out the rows of so many steps. */
    void skip(final long steps) {
        for (long step = 0; step < steps; step++) {
            batchRows.next();
        }
    }

    /** The batch of a step; steps are asked for in order. */
    TrainingBatch next(final long step) {
        final int size = data.shape().size();
        final int[] rows = batchRows.next();
        final int[] labels = new int[batchSize];
        final float[] images = new float[batchSize * size];
        final float[] variations = new float[batchSize * size];
        final float[] noise = new float[batchSize * size];
        for (int index = 0; index < batchSize; index++) {
            labels[index] = data.labels()[rows[index]];
            augmented.plain(rows[index], images, index);
            augmented.varied(rows[index], step, variations, index);
            diffusionNoise.gaussian(rows[index], step, noise, index * size, size);
        }
        final DiffusionTimes times =
                DiffusionTimes.spread(settings.schedule(), batchSize, timestepNoise.uniform(0, step));
        return new TrainingBatch(
                images,
                variations,
                noise,
                times.timesteps(),
                times.signal(),
                times.sigma(),
                labels,
                importance(labels),
                dropout(step));
    }

    /** The weight of each row's class, divided by the labelled rows of the batch. */
    private float[] importance(final int[] labels) {
        final long labelled = Arrays.stream(labels).filter(label -> label >= 0).count();
        final float[] importance = new float[labels.length];
        for (int index = 0; index < labels.length; index++) {
            importance[index] = labels[index] < 0 ? 0 : classWeights[labels[index]] / labelled;
        }
        return importance;
    }

    private float[] dropout(final long step) {
        int length = 0;
        for (final DropoutMask mask : masks) {
            length += mask.values(batchSize);
        }
        final float[] values = new float[length];
        int position = 0;
        for (int index = 0; index < masks.size(); index++) {
            final DropoutMask mask = masks.get(index);
            final int end = position + mask.values(batchSize);
            dropoutNoise.uniform(step, index, values, position, end - position);
            final float kept = (float) (1 / (1 - mask.rate()));
            for (; position < end; position++) {
                values[position] = values[position] < mask.rate() ? 0 : kept;
            }
        }
        return values;
    }
}
