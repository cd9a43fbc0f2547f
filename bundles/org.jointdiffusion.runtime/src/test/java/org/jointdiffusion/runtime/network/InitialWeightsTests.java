package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class InitialWeightsTests {

    private static final ParameterLayout LAYOUT =
            ParameterLayout.of(NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10));

    @Test
    void equalSeedsGiveEqualWeights() {
        assertArrayEquals(InitialWeights.draw(LAYOUT, 5), InitialWeights.draw(LAYOUT, 5));
        assertFalse(Arrays.equals(InitialWeights.draw(LAYOUT, 5), InitialWeights.draw(LAYOUT, 6)));
    }

    @Test
    void lastConvolutionsStartAtZeroAndScalesAtOne() {
        final float[] weights = InitialWeights.draw(LAYOUT, 5);
        int position = 0;
        int zeros = 0;
        for (final ParameterTensor tensor : LAYOUT.tensors()) {
            final float[] values = Arrays.copyOfRange(weights, position, position + tensor.size());
            position += tensor.size();
            if (tensor.name().matches(".*(convolution_2|projection|output\\.convolution)\\.(weight|bias)")) {
                assertArrayEquals(new float[values.length], values, tensor.name());
                zeros++;
            } else if (tensor.name().matches(".*normalization(_[12])?\\.weight")) {
                assertEquals(
                        values.length,
                        Arrays.stream(boxed(values)).filter(value -> value == 1).count());
            }
        }
        assertEquals(weights.length, position);
        assertEquals(2 * (8 + 4 + 1), zeros);
    }

    @Test
    void convolutionsAreUniformWithinOneOverTheRootOfTheFanIn() {
        final float[] weights = InitialWeights.draw(LAYOUT, 5);
        int position = 0;
        for (final ParameterTensor tensor : LAYOUT.tensors()) {
            if (tensor.name().equals("encoder.1.residual.convolution_1.weight")) {
                final double bound = 1 / Math.sqrt(48 * 9);
                final double[] values = boxed(Arrays.copyOfRange(weights, position, position + tensor.size()));
                assertTrue(Arrays.stream(values).allMatch(value -> Math.abs(value) <= bound));
                final double meanSquare = Arrays.stream(values)
                        .map(value -> value * value)
                        .average()
                        .orElseThrow();
                assertEquals(bound * bound / 3, meanSquare, 0.02 * bound * bound);
            }
            position += tensor.size();
        }
    }

    private static double[] boxed(final float[] values) {
        final double[] result = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            result[index] = values[index];
        }
        return result;
    }
}
