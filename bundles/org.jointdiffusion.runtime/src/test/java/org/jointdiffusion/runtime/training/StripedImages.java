package org.jointdiffusion.runtime.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** A task that a tiny network learns in seconds: images that are bright above, or below. */
final class StripedImages {

    static final ImageShape SHAPE = new ImageShape(1, 8, 8);
    static final List<String> CLASSES = List.of("above", "below");

    private StripedImages() {}

    /** Images whose classes alternate. */
    static TrainingImages of(final int count) {
        return labelled(IntStream.range(0, count).map(row -> row % 2).toArray());
    }

    /** The same images with only the given labels known; -1 for unknown. */
    static TrainingImages labelled(final int[] labels) {
        final KeyedNoise noise = new KeyedNoise(3);
        final byte[] pixels = new byte[labels.length * SHAPE.size()];
        for (int index = 0; index < pixels.length; index++) {
            final int row = index / SHAPE.size();
            final boolean above = index % SHAPE.size() < SHAPE.size() / 2;
            final int base = above == (row % 2 == 0) ? 180 : 30;
            pixels[index] = (byte) (base + noise.uniformInt(row, index, 45));
        }
        return new TrainingImages(SHAPE, pixels, labels, CLASSES);
    }

    /** The same images, every third of them even, with the classes in another order. */
    static TrainingImages withThirdClass(final int count) {
        final TrainingImages two = of(count);
        final byte[] pixels = two.pixels();
        final int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            // rows with even numbers are bright above
            labels[row] = row % 3 == 0 ? 0 : row % 2 == 0 ? 2 : 1;
            if (row % 3 == 0) {
                Arrays.fill(pixels, row * SHAPE.size(), (row + 1) * SHAPE.size(), (byte) 90);
            }
        }
        return new TrainingImages(SHAPE, pixels, labels, List.of("even", "below", "above"));
    }

    static TrainingSettings settings() {
        final NetworkConfiguration network =
                new NetworkConfiguration(SHAPE, 2, 8, List.of(1, 2), 1, List.of(2), 2, 2, 0.1, 0.1);
        return TrainingSettings.of(network)
                .withBatchSize(16)
                .withBudget(TrainingBudget.ofEpochs(5))
                .withPrecision(org.jointdiffusion.runtime.engine.Precision.FLOAT32);
    }
}
