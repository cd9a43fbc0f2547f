package org.jointdiffusion.runtime.network;

import org.jointdiffusion.runtime.diffusion.KeyedNoise;

/** The weights with which training starts. */
public final class InitialWeights {

    private InitialWeights() {}

    /**
     * Draws the weights of a new network.
     *
     * <p>The last convolution of every residual block, of every attention block and of the network starts at zero, so
     * that each block first passes its input through (paper, appendix; Dhariwal and Nichol 2021).
     *
     * @param layout the tensors to draw
     * @param seed equal seeds give equal weights
     * @return a fresh array of the layout's size
     */
    public static float[] draw(final ParameterLayout layout, final long seed) {
        final KeyedNoise noise = new KeyedNoise(seed).forPurpose("initial weights");
        final float[] weights = new float[layout.size()];
        int position = 0;
        int row = 0;
        for (final ParameterTensor tensor : layout.tensors()) {
            final InitialValues initial = tensor.initial();
            for (int step = 0; step < tensor.size(); step++) {
                final double draw = initial.bound() == 0 ? 0 : (2 * noise.uniform(row, step) - 1) * initial.bound();
                weights[position++] = (float) (initial.constant() + draw);
            }
            row++;
        }
        return weights;
    }
}
