package org.jointdiffusion.runtime.engine;

import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.network.DropoutMask;

/**
 * The rows of one training step: x_t = signal x_0 + sigma noise is made on the device.
 *
 * @param images clean images x_0, n x channels x height x width, in [-1, 1]
 * @param variations what the classifier sees without noise: the images, perhaps shifted or mirrored; same shape
 * @param noise standard normal numbers of the same shape
 * @param timesteps the timestep of each row
 * @param signal sqrt(alpha-bar) of each row's timestep
 * @param sigma sqrt(1 - alpha-bar) of each row's timestep
 * @param labels the class of each row, -1 where there is none
 * @param importance what the cross entropy of each row is multiplied by before all are added: usually one divided by
 *     the number of labelled rows; any number where there is no label
 * @param masks dropout masks, one after the other in the order of the program's masks: 0 where a value is dropped and 1
 *     / (1 - rate) elsewhere; empty when nothing is dropped
 */
public record TrainingBatch(
        float[] images,
        float[] variations,
        float[] noise,
        int[] timesteps,
        float[] signal,
        float[] sigma,
        int[] labels,
        float[] importance,
        float[] masks) {

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }

    /**
     * Some consecutive rows of this batch, with their part of the masks.
     *
     * @param from the first row
     * @param to the row behind the last
     * @param dropoutMasks where the program drops values
     */
    TrainingBatch part(final int from, final int to, final List<DropoutMask> dropoutMasks) {
        final int size = images.length / rows();
        return new TrainingBatch(
                Arrays.copyOfRange(images, from * size, to * size),
                Arrays.copyOfRange(variations, from * size, to * size),
                Arrays.copyOfRange(noise, from * size, to * size),
                Arrays.copyOfRange(timesteps, from, to),
                Arrays.copyOfRange(signal, from, to),
                Arrays.copyOfRange(sigma, from, to),
                Arrays.copyOfRange(labels, from, to),
                Arrays.copyOfRange(importance, from, to),
                masks(from, to, dropoutMasks));
    }

    /** The masks of the encoder and the head have a row for each noisy image, then one for each clean image. */
    private float[] masks(final int from, final int to, final List<DropoutMask> dropoutMasks) {
        final int length =
                dropoutMasks.stream().mapToInt(mask -> mask.values(to - from)).sum();
        final float[] part = new float[length];
        int begin = 0;
        int position = 0;
        for (final DropoutMask mask : dropoutMasks) {
            for (int half = 0; half < mask.values(1) / mask.width(); half++) {
                final int count = (to - from) * mask.width();
                System.arraycopy(masks, begin + from * mask.width(), part, position, count);
                begin += rows() * mask.width();
                position += count;
            }
        }
        return part;
    }
}
