package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.junit.jupiter.api.Test;

class OracleNetworkTests {

    @Test
    void agreesWithTheSameLayersInPlainJava() {
        assertAgrees(new OracleConfiguration(new ImageShape(1, 8, 8), 2));
        assertAgrees(new OracleConfiguration(new ImageShape(3, 9, 13), 3));
    }

    @Test
    void largeImagesAreHalvedFirst() {
        assertAgrees(new OracleConfiguration(new ImageShape(1, 12, 83), 3));
    }

    @Test
    void lowPrecisionIsCloseToFullPrecision() {
        final OracleConfiguration configuration = new OracleConfiguration(new ImageShape(1, 28, 28), 4);
        final float[] images = TinyNetworks.gaussian(2, 3 * 28 * 28);
        try (OracleNetwork full = load(configuration, Precision.FLOAT32);
                OracleNetwork low = load(configuration, Precision.BFLOAT16)) {
            final float[] expected = full.features(images);
            final float[] actual = low.features(images);
            double error = 0;
            double size = 0;
            for (int index = 0; index < expected.length; index++) {
                error += Math.pow(expected[index] - actual[index], 2);
                size += Math.pow(expected[index], 2);
            }
            final double ratio = Math.sqrt(error / size);
            assertTrue(ratio > 0 && ratio < 0.02, "relative error " + ratio);
        }
    }

    @Test
    void aClosedOracleOrHalfAnImageIsRefused() {
        final OracleConfiguration configuration = new OracleConfiguration(new ImageShape(1, 8, 8), 2);
        final OracleNetwork network = load(configuration, Precision.FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> network.logits(new float[65]));
        network.close();
        network.close();
        assertThrows(IllegalStateException.class, () -> network.logits(new float[64]));
    }

    @Test
    void weightsOfAnotherOracleAreRefused() {
        final OracleConfiguration configuration = new OracleConfiguration(new ImageShape(1, 8, 8), 2);
        assertThrows(IllegalArgumentException.class, () -> RuntimeService.shared()
                .loadOracle(configuration, new float[7], Device.cpu(), Precision.FLOAT32));
    }

    private static void assertAgrees(final OracleConfiguration configuration) {
        final int size = configuration.image().size();
        final float[] images = TinyNetworks.gaussian(2, 2 * size);
        final ReferenceOracle reference = new ReferenceOracle(configuration, weights(configuration));
        try (OracleNetwork network = load(configuration, Precision.FLOAT64)) {
            for (int row = 0; row < 2; row++) {
                final float[] image = Arrays.copyOfRange(images, row * size, (row + 1) * size);
                assertRow(reference.features(image), network.features(images), row);
                assertRow(reference.logits(image), network.logits(images), row);
            }
        }
    }

    private static void assertRow(final double[] expected, final float[] rows, final int row) {
        for (int index = 0; index < expected.length; index++) {
            assertEquals(expected[index], rows[row * expected.length + index], 1e-6);
        }
    }

    private static OracleNetwork load(final OracleConfiguration configuration, final Precision precision) {
        return RuntimeService.shared().loadOracle(configuration, weights(configuration), Device.cpu(), precision);
    }

    static float[] weights(final OracleConfiguration configuration) {
        final float[] weights =
                TinyNetworks.gaussian(1, ParameterLayout.of(configuration).size());
        for (int index = 0; index < weights.length; index++) {
            weights[index] *= 0.15f;
        }
        return weights;
    }
}
