package org.jointdiffusion.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.model.JointModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JointNetworkTests {

    private static final int ROWS = 4;
    private static final int SIZE = TinyNetworks.IMAGE.size();
    private static final int[] TIMESTEPS = {0, 10, 50, 99};
    private static final int[] CLASSES = {2, 0, 1, 1};

    private final JointModel model = TinyNetworks.model(1);
    private final float[] images = TinyNetworks.gaussian(2, ROWS * SIZE);
    private final JointNetwork network = load(Precision.FLOAT32);

    @AfterEach
    void close() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"IMAGE, 0.1", "IMAGE, 0.3", "REPRESENTATION, 0.1", "REPRESENTATION, 0.2"})
    void theChangeOfTheNoiseHasTheAskedShareOfItsNormInEachRow(final GuidanceKind kind, final double strength) {
        final float[] plain = network.noise(images, TIMESTEPS);
        final float[] steered = guided(kind, strength);
        for (int row = 0; row < ROWS; row++) {
            double change = 0;
            double norm = 0;
            for (int index = row * SIZE; index < (row + 1) * SIZE; index++) {
                change += Math.pow(steered[index] - plain[index], 2);
                norm += Math.pow(plain[index], 2);
            }
            assertEquals(strength, Math.sqrt(change / norm), 1e-4 * strength);
        }
    }

    @Test
    void imageGuidanceMovesTheNoiseAlongTheGradient() {
        final float[] plain = network.noise(images, TIMESTEPS);
        final float[] steered = guided(GuidanceKind.IMAGE, 0.1);
        final float[] gradient =
                network.imageGradient(images, TIMESTEPS, CLASSES).gradient();
        for (int row = 0; row < ROWS; row++) {
            double product = 0;
            double change = 0;
            double slope = 0;
            for (int index = row * SIZE; index < (row + 1) * SIZE; index++) {
                final double difference = steered[index] - plain[index];
                product += difference * gradient[index];
                change += difference * difference;
                slope += gradient[index] * gradient[index];
            }
            assertEquals(1, product / Math.sqrt(change * slope), 1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAGE", "REPRESENTATION"})
    void theChangeOfTheNoiseHasTheAskedMultipleOfTheGradientsNormInEachRow(final GuidanceKind kind) {
        final float[] plain = network.noise(images, TIMESTEPS);
        final float[] steered = network.guidedNoise(images, TIMESTEPS, CLASSES, new GuidanceShares(kind, 0, 3))
                .noise();
        final float[] gradient =
                network.imageGradient(images, TIMESTEPS, CLASSES).gradient();
        for (int row = 0; row < ROWS; row++) {
            double change = 0;
            double slope = 0;
            for (int index = row * SIZE; index < (row + 1) * SIZE; index++) {
                change += Math.pow(steered[index] - plain[index], 2);
                slope += Math.pow(gradient[index], 2);
            }
            assertEquals(3, Math.sqrt(change / slope), 0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAGE", "REPRESENTATION"})
    void aRowDoesNotDependOnTheOthers(final GuidanceKind kind) {
        final GuidedNoise all = network.guidedNoise(images, TIMESTEPS, CLASSES, new GuidanceShares(kind, 0.2, 0));
        for (int row = 0; row < ROWS; row++) {
            final GuidedNoise alone = network.guidedNoise(
                    Arrays.copyOfRange(images, row * SIZE, (row + 1) * SIZE),
                    new int[] {TIMESTEPS[row]},
                    new int[] {CLASSES[row]},
                    new GuidanceShares(kind, 0.2, 0));
            assertArrayEquals(Arrays.copyOfRange(all.noise(), row * SIZE, (row + 1) * SIZE), alone.noise(), 2e-4f);
            assertArrayEquals(Arrays.copyOfRange(all.logits(), row * 3, (row + 1) * 3), alone.logits(), 1e-4f);
        }
    }

    @Test
    void theImageGradientAgreesWithCentralDifferences() {
        try (JointNetwork exact = load(Precision.FLOAT64)) {
            final float[] gradient =
                    exact.imageGradient(images, TIMESTEPS, CLASSES).gradient();
            final float h = 0x1p-8f;
            for (int index = 0; index < images.length; index += 37) {
                final double difference = (crossEntropy(exact, index, h) - crossEntropy(exact, index, -h)) / (2 * h);
                assertEquals(difference, gradient[index], 2e-4 + 1e-2 * Math.abs(difference));
            }
        }
    }

    @Test
    void withoutGuidanceTheNoiseIsPlain() {
        final GuidedNoise result =
                network.guidedNoise(images, TIMESTEPS, CLASSES, new GuidanceShares(GuidanceKind.NONE, 0, 0));
        assertArrayEquals(network.noise(images, TIMESTEPS), result.noise());
        assertArrayEquals(network.logits(images, TIMESTEPS), result.logits());
    }

    @Test
    void theRepresentationHasAPooledFeatureForEveryEncoderChannel() {
        assertEquals(ROWS * (8 + 8 + 8 + 16 + 16), network.representation(images, TIMESTEPS).length);
    }

    @Test
    void bfloat16StaysNearToFullPrecision() {
        try (JointNetwork fast = load(Precision.BFLOAT16)) {
            final float[] exact = network.noise(images, TIMESTEPS);
            final float[] rounded = fast.noise(images, TIMESTEPS);
            double error = 0;
            double norm = 0;
            for (int index = 0; index < exact.length; index++) {
                error += Math.pow(exact[index] - rounded[index], 2);
                norm += Math.pow(exact[index], 2);
            }
            assertEquals(0, Math.sqrt(error / norm), 0.05);
            assertTrue(error > 0, "bfloat16 was not used");
        }
    }

    @Test
    void refusesArraysAndClassesThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> network.noise(images, new int[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> network.guidedNoise(
                        images, TIMESTEPS, new int[] {0, 1, 2, 3}, new GuidanceShares(GuidanceKind.IMAGE, 1, 0)));
        assertThrows(
                IllegalArgumentException.class, () -> network.imageGradient(images, TIMESTEPS, new int[] {0, 1, 2}));
    }

    private JointNetwork load(final Precision precision) {
        return RuntimeService.shared().load(model, Device.cpu(), precision);
    }

    private float[] guided(final GuidanceKind kind, final double strength) {
        return network.guidedNoise(images, TIMESTEPS, CLASSES, new GuidanceShares(kind, strength, 0))
                .noise();
    }

    /** The summed cross entropy with one pixel moved. */
    private double crossEntropy(final JointNetwork exact, final int index, final float h) {
        final float[] moved = images.clone();
        moved[index] += h;
        final float[] logits = exact.logits(moved, TIMESTEPS);
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double total = 0;
            for (int label = 0; label < 3; label++) {
                total += Math.exp(logits[row * 3 + label]);
            }
            sum += Math.log(total) - logits[row * 3 + CLASSES[row]];
        }
        return sum;
    }
}
