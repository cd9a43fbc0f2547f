package org.jointdiffusion.runtime.engine;

import org.jointdiffusion.runtime.network.NetworkConfiguration;

/**
 * A network with its weights, loaded on a device: the one way in which everything outside this package runs it.
 *
 * <p>Images are flat arrays in the order row, channel, height, width with values in about [-1, 1]; the number of rows
 * is the length of {@code timesteps}. Each call takes one fair turn on the device and may be made from any thread.
 */
public interface JointNetwork extends AutoCloseable {

    /** The shape of the network. */
    NetworkConfiguration configuration();

    /** Where it runs, never {@link Device.Kind#AUTOMATIC}. */
    Device device();

    /** The predicted noise epsilon of noisy images at the given timesteps; same shape as {@code images}. */
    float[] noise(float[] images, int[] timesteps);

    /** The classifier's outputs before softmax, n x classes. */
    float[] logits(float[] images, int[] timesteps);

    /** The pooled representation z_t that the classifier head sees, n x features. */
    float[] representation(float[] images, int[] timesteps);

    /** The predicted noise, steered toward the desired class of each row (paper, section "Conditional sampling"). */
    GuidedNoise guidedNoise(float[] images, int[] timesteps, int[] desiredClasses, GuidanceShares shares);

    /** The gradient of the summed cross entropy toward the desired classes with respect to the images. */
    ImageGradient imageGradient(float[] images, int[] timesteps, int[] desiredClasses);

    /** Gives back this user's hold on the weights; the device memory is freed with the last one. */
    @Override
    void close();
}
