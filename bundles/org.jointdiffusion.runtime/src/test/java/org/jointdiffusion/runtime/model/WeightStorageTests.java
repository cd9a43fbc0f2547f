package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightStorageTests {

    private static byte[] half(final JointModel model) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, WeightStorage.HALF, bytes);
        return bytes.toByteArray();
    }

    private static JointModel with(final float weight) {
        final JointModel model = TestModels.model();
        final float[] weights = model.weights().clone();
        weights[100] = weight;
        return new JointModel(model.specification(), weights, model.temperature(), model.card());
    }

    private static byte[] bytes(final float[] weights) {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        return bytes.array();
    }

    @Test
    void halfPrecisionComesBackRoundedAndTheRestAsItWas() throws IOException {
        final JointModel model = TestModels.model();
        final JointModel read = TestModels.read(half(model));
        for (int i = 0; i < read.weights().length; i++) {
            final float weight = model.weights()[i];
            assertEquals(weight, read.weights()[i], Math.abs(weight) / 2048 + 3e-8, "weight " + i);
        }
        TestModels.assertEqualModels(
                new JointModel(model.specification(), read.weights(), model.temperature(), model.card()), read);
    }

    @Test
    void whatWasHalfOnceStaysTheSame() throws IOException {
        final byte[] file = half(TestModels.model());
        assertArrayEquals(file, half(TestModels.read(file)));
    }

    @Test
    void halfPrecisionTakesHalfTheSpace() throws IOException {
        final int weights = TestModels.model().weights().length;
        assertEquals(4 * weights, TestModels.data(TestModels.file()).length);
        assertEquals(2 * weights, TestModels.data(half(TestModels.model())).length);
    }

    @Test
    void aSmallModelIsBelowSixMegabytes() throws IOException {
        final var network = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);
        final int weights = ParameterLayout.of(network).size();
        final var names =
                IntStream.range(0, 10).mapToObj(number -> "class " + number).toList();
        final ModelSpecification specification =
                new ModelSpecification(network, TestModels.SPECIFICATION.schedule(), "class", names);
        final byte[] file = half(new JointModel(
                specification, new float[weights], 1, TestModels.model().card()));
        assertTrue(weights > 1_400_000 && weights < 1_900_000, "weights: " + weights);
        assertTrue(file.length < 6_000_000, "bytes: " + file.length);
    }

    @ParameterizedTest
    @ValueSource(floats = {65520, -1e6f, Float.NaN, Float.NEGATIVE_INFINITY})
    void aWeightThatDoesNotFitIsRefusedBeforeAnythingIsWritten(final float weight) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final IOException exception =
                assertThrows(IOException.class, () -> ModelFile.write(with(weight), WeightStorage.HALF, bytes));
        assertTrue(
                exception
                        .getMessage()
                        .matches("The weight \\S+ of tensor \"\\S+\" does not fit into half precision, whose largest"
                                + " number is 65504\\. Store the model in full precision\\."),
                exception.getMessage());
        assertTrue(exception.getMessage().contains(Float.toString(weight)), exception.getMessage());
        assertEquals(0, bytes.size());
    }

    /** Other programs may write BF16; the numbers here have so few digits that the checksum stays the same. */
    @Test
    void brainFloatingPointIsRead() throws IOException {
        final JointModel full = TestModels.model();
        final float[] weights = full.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.intBitsToFloat(Float.floatToIntBits(weights[i]) & 0xffff_0000);
        }
        final JointModel model = new JointModel(full.specification(), weights, full.temperature(), full.card());
        final byte[] data = TestModels.data(TestModels.file(model));
        final ByteBuffer upper = ByteBuffer.allocate(2 * weights.length);
        for (int i = 0; i < weights.length; i++) {
            upper.put(data[4 * i + 2]).put(data[4 * i + 3]);
        }
        final String header = TestModels.header(half(model)).replace("\"F16\"", "\"BF16\"");
        final String checked = header.replaceFirst(
                "sha256\":\"[0-9a-f]+",
                TestModels.header(TestModels.file(model)).replaceFirst("(?s).*(sha256\":\"[0-9a-f]+).*", "$1"));
        TestModels.assertEqualModels(model, TestModels.read(TestModels.file(checked, upper.array())));
    }

    @Test
    void halfPrecisionThatIsNotFiniteIsRefused() throws IOException {
        final byte[] file = half(TestModels.model());
        final byte[] data = TestModels.data(file);
        for (final int bits : new int[] {0x7c00, 0xfc00, 0x7e00, 0x7c01}) {
            ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putShort(40, (short) bits);
            assertRefused("holds values that are not finite", TestModels.file(TestModels.header(file), data));
        }
    }

    @Test
    void halfPrecisionThatWasAlteredIsRefused() throws IOException {
        final byte[] file = half(TestModels.model());
        final byte[] data = TestModels.data(file);
        data[100] ^= 1;
        assertRefused("altered after it was written", TestModels.file(TestModels.header(file), data));
        assertRefused(
                "altered after it was written",
                TestModels.file(TestModels.header(file).replace("\"F16\"", "\"BF16\""), TestModels.data(file)));
        assertRefused("cut short", Arrays.copyOf(file, file.length - 1));
    }

    @Test
    void aTypeThatDoesNotFitItsPlaceIsRefused() throws IOException {
        final byte[] full = TestModels.file();
        final byte[] half = half(TestModels.model());
        assertRefused(
                "do not agree",
                TestModels.file(TestModels.header(full).replace("\"F32\"", "\"F16\""), TestModels.data(full)));
        assertRefused(
                "do not agree",
                TestModels.file(TestModels.header(half).replace("\"F16\"", "\"F32\""), TestModels.data(half)));
    }

    /** The checksum is that of the weights as floats, whatever the storage: docs/model-files.md promises it. */
    @Test
    void theChecksumIsThatOfTheWeightsAsTheyAreRead() throws Exception {
        final byte[] file = half(TestModels.model());
        final JointModel read = TestModels.read(file);
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        final ModelMetadata metadata = ModelMetadata.of(read);
        for (final String text : new String[] {metadata.specification(), metadata.temperature(), metadata.card()}) {
            digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
        final String expected = HexFormat.of().formatHex(digest.digest(bytes(read.weights())));
        assertTrue(TestModels.header(file).contains("sha256\":\"" + expected + "\""));
        assertFalse(TestModels.header(TestModels.file()).contains(expected));
    }

    @Test
    void theOutlineIsReadWithoutTheWeights() throws IOException {
        final byte[] file = half(TestModels.model());
        final byte[] head = Arrays.copyOf(file, file.length - TestModels.data(file).length);
        final ByteArrayInputStream stream = new ByteArrayInputStream(head);
        assertEquals(
                new ModelOutline(TestModels.SPECIFICATION, TestModels.model().card()), ModelFile.readOutline(stream));
        assertEquals(0, stream.available());
    }

    @Test
    void theOutlineOfAnotherNetworkIsRefused() throws IOException {
        final String header = TestModels.header(TestModels.file());
        final String other = header.replaceFirst("\"shape\":\\[(\\d+),(\\d+),", "\"shape\":[$2,$1,");
        final ModelFormatException exception = assertThrows(
                ModelFormatException.class,
                () -> ModelFile.readOutline(new ByteArrayInputStream(TestModels.file(other, new byte[0]))));
        assertTrue(exception.getMessage().contains("instead of ["), exception.getMessage());
    }

    private static void assertRefused(final String part, final byte[] file) {
        final ModelFormatException exception = assertThrows(ModelFormatException.class, () -> TestModels.read(file));
        assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }
}
