package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;

/** A small model, its file, and the parts of the file. */
final class TestModels {

    static final ModelSpecification SPECIFICATION = new ModelSpecification(
            new NetworkConfiguration(new ImageShape(1, 8, 8), 3, 8, List.of(1, 2), 1, List.of(2), 2, 2, 0.1, 0.25),
            new NoiseSchedule(NoiseSchedule.Kind.COSINE, 500),
            "Kleidung",
            List.of("Schürze", "T-shirt/top \"A\"", "班\n"));

    private TestModels() {}

    static JointModel model() {
        final float[] weights =
                new float[ParameterLayout.of(SPECIFICATION.network()).size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.sin(i);
        }
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("training rows", "2500");
        facts.put("Datum", "heute \u2028 \\ / \"");
        facts.put("a", "");
        return new JointModel(SPECIFICATION, weights, 1.25, new ModelCard(facts));
    }

    static byte[] file() throws IOException {
        return file(model());
    }

    static byte[] file(final JointModel model) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }

    static JointModel read(final byte[] file) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(file));
    }

    static void assertEqualModels(final JointModel expected, final JointModel actual) {
        assertEquals(expected.specification(), actual.specification());
        assertEquals(expected.temperature(), actual.temperature());
        assertEquals(expected.card(), actual.card());
        assertEquals(
                List.copyOf(expected.card().facts().keySet()),
                List.copyOf(actual.card().facts().keySet()));
        assertArrayEquals(expected.weights(), actual.weights());
        assertEquals(expected.referenceErrors(), actual.referenceErrors());
        assertEquals(expected.samples(), actual.samples());
    }

    /** The JSON of a file's header. */
    static String header(final byte[] file) {
        final int length =
                (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return new String(file, 8, length, StandardCharsets.UTF_8);
    }

    /** The bytes behind a file's header. */
    static byte[] data(final byte[] file) {
        final int length =
                (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return Arrays.copyOfRange(file, 8 + length, file.length);
    }

    /** A file from its parts. */
    static byte[] file(final String header, final byte[] data) {
        final byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }
}
