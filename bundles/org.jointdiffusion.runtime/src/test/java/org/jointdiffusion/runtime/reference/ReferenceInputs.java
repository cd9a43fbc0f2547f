package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.TrainingBatch;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.jointdiffusion.runtime.network.ParameterTensor;

/**
 * What both implementations compute on: the same for the same configuration and seed.
 *
 * @param images noisy images for the calls without training
 * @param batch a training batch; some of its rows have no label
 * @param desiredClasses the class toward which each row is guided
 */
public record ReferenceInputs(float[] images, TrainingBatch batch, int[] desiredClasses) {

    /** Random inputs for a network. */
    public static ReferenceInputs draw(final NetworkConfiguration network, final int rows, final float[] masks) {
        final double[] alphaBars = NoiseSchedule.DEFAULT.alphaBars();
        final int size = rows * network.image().size();
        final float[] clean = gaussian(1, size);
        final float[] variations = gaussian(4, size);
        final float[] noise = gaussian(2, size);
        final float[] images = new float[size];
        final int[] timesteps = IntStream.range(0, rows)
                .map(row -> (389 * row + 7) % alphaBars.length)
                .toArray();
        final float[] signal = new float[rows];
        final float[] sigma = new float[rows];
        for (int row = 0; row < rows; row++) {
            signal[row] = (float) Math.sqrt(alphaBars[timesteps[row]]);
            sigma[row] = (float) Math.sqrt(1 - alphaBars[timesteps[row]]);
        }
        for (int i = 0; i < size; i++) {
            clean[i] = (float) Math.tanh(clean[i]);
            final int row = i / network.image().size();
            images[i] = signal[row] * clean[i] + sigma[row] * noise[i];
        }
        final int[] labels = IntStream.range(0, rows)
                .map(row -> row % 5 == 3 ? -1 : row % network.classes())
                .toArray();
        final int[] desired = IntStream.range(0, rows)
                .map(row -> (row * 3 + 1) % network.classes())
                .toArray();
        return new ReferenceInputs(
                images,
                new TrainingBatch(clean, variations, noise, timesteps, signal, sigma, labels, importance(rows), masks),
                desired);
    }

    /** Writes each array as raw little-endian numbers into a file of its own, as {@code reference.py} expects it. */
    public void write(final Path folder) throws IOException {
        write(folder.resolve("images.f32"), images);
        write(folder.resolve("x0.f32"), batch.images());
        write(folder.resolve("variations.f32"), batch.variations());
        write(folder.resolve("noise.f32"), batch.noise());
        write(folder.resolve("signal.f32"), batch.signal());
        write(folder.resolve("sigma.f32"), batch.sigma());
        write(folder.resolve("importance.f32"), batch.importance());
        write(folder.resolve("t.i32"), batch.timesteps());
        write(folder.resolve("y.i32"), batch.labels());
        write(folder.resolve("desired.i32"), desiredClasses);
        write(folder.resolve("masks.f32"), batch.masks());
    }

    /** Rows count differently, as with weighed classes. */
    private static float[] importance(final int rows) {
        final float[] importance = new float[rows];
        for (int row = 0; row < rows; row++) {
            importance[row] = (1 + row % 3) / (2f * rows);
        }
        return importance;
    }

    /**
     * A model whose weights are all random, also where training starts at zero, of sizes that keep numbers moderate.
     */
    public static JointModel model(final NetworkConfiguration network) {
        final ParameterLayout layout = ParameterLayout.of(network);
        final float[] weights = gaussian(3, layout.size());
        int position = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            final boolean vector = tensor.shape().size() == 1;
            final double scale = vector ? 0.1 : Math.sqrt(tensor.shape().get(0) / (double) tensor.size());
            for (int i = 0; i < tensor.size(); i++, position++) {
                weights[position] = (float) (tensor.initial().constant() + scale * weights[position]);
            }
        }
        final List<String> classes = IntStream.range(0, network.classes())
                .mapToObj(i -> "class " + i)
                .toList();
        return new JointModel(
                new ModelSpecification(network, NoiseSchedule.DEFAULT, "class", classes),
                weights,
                1,
                new ModelCard(Map.of()));
    }

    private static float[] gaussian(final long seed, final int length) {
        final float[] numbers = new float[length];
        new KeyedNoise(seed).gaussian(0, 0, numbers, 0, length);
        return numbers;
    }

    private static void write(final Path file, final float[] values) throws IOException {
        final ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    private static void write(final Path file, final int[] values) throws IOException {
        final ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        Files.write(file, bytes.array());
    }
}
