package org.jointdiffusion.runtime.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.jointdiffusion.runtime.network.DropoutMask;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkProgram;
import org.jointdiffusion.runtime.network.ParameterLayout;

/** Networks that are small enough for tests, with random weights everywhere (also where training starts at zero). */
final class TinyNetworks {

    static final ImageShape IMAGE = new ImageShape(1, 8, 8);
    static final NetworkConfiguration PLAIN = configuration(0);
    static final NetworkConfiguration WITH_DROPOUT = configuration(0.25);

    private static final NoiseSchedule SCHEDULE = new NoiseSchedule(NoiseSchedule.Kind.LINEAR, 100);

    private TinyNetworks() {}

    private static NetworkConfiguration configuration(final double dropout) {
        return new NetworkConfiguration(IMAGE, 3, 8, List.of(1, 2), 1, List.of(2), 2, 2, dropout, dropout);
    }

    static float[] weights(final NetworkConfiguration configuration, final long seed) {
        final float[] weights = gaussian(seed, ParameterLayout.of(configuration).size());
        for (int index = 0; index < weights.length; index++) {
            weights[index] *= 0.15f;
        }
        return weights;
    }

    static JointModel model(final long seed) {
        return model(PLAIN, seed);
    }

    /** A model of any network, with the classes 0, 1, ... */
    static JointModel model(final NetworkConfiguration network, final long seed) {
        final ModelSpecification specification = new ModelSpecification(
                network,
                SCHEDULE,
                "class",
                IntStream.range(0, network.classes())
                        .mapToObj(Integer::toString)
                        .toList());
        return new JointModel(specification, weights(network, seed), 1, new ModelCard(Map.of()));
    }

    static float[] gaussian(final long seed, final int length) {
        final float[] numbers = new float[length];
        new KeyedNoise(seed).gaussian(0, 0, numbers, 0, length);
        return numbers;
    }

    /** A batch of random images; labels cycle through the classes. */
    static TrainingBatch batch(final NetworkConfiguration configuration, final int rows, final long seed) {
        final int[] labels = IntStream.range(0, rows)
                .map(row -> row % configuration.classes())
                .toArray();
        return batch(configuration, labels, seed);
    }

    static TrainingBatch batch(final NetworkConfiguration configuration, final int[] labels, final long seed) {
        final int rows = labels.length;
        final double[] alphaBars = SCHEDULE.alphaBars();
        final int[] timesteps = IntStream.range(0, rows)
                .map(row -> (37 * row + 11) % alphaBars.length)
                .toArray();
        final float[] signal = new float[rows];
        final float[] sigma = new float[rows];
        for (int row = 0; row < rows; row++) {
            signal[row] = (float) Math.sqrt(alphaBars[timesteps[row]]);
            sigma[row] = (float) Math.sqrt(1 - alphaBars[timesteps[row]]);
        }
        final int size = rows * configuration.image().size();
        final float[] images = gaussian(seed, size);
        return new TrainingBatch(
                images,
                images,
                gaussian(seed + 1, size),
                timesteps,
                signal,
                sigma,
                labels,
                importance(labels),
                masks(configuration, rows));
    }

    /** The same batch with another importance of its rows. */
    static TrainingBatch withImportance(final TrainingBatch batch, final float[] importance) {
        return new TrainingBatch(
                batch.images(),
                batch.variations(),
                batch.noise(),
                batch.timesteps(),
                batch.signal(),
                batch.sigma(),
                batch.labels(),
                importance,
                batch.masks());
    }

    /** All labelled rows count the same. */
    private static float[] importance(final int[] labels) {
        final float[] importance = new float[labels.length];
        Arrays.fill(
                importance,
                1f
                        / Math.max(
                                1,
                                Arrays.stream(labels)
                                        .filter(label -> label >= 0)
                                        .count()));
        return importance;
    }

    /** Drops every third value. */
    private static float[] masks(final NetworkConfiguration configuration, final int rows) {
        final List<DropoutMask> masks = new NetworkProgram(configuration, Arithmetic.FLOAT32).masks();
        final int length = masks.stream().mapToInt(mask -> mask.values(rows)).sum();
        final float[] values = new float[length];
        for (int index = 0; index < length; index++) {
            values[index] = index % 3 == 0 ? 0 : 1.5f;
        }
        return values;
    }
}
