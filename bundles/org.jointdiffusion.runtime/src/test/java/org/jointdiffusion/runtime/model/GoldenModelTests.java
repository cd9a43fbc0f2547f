package org.jointdiffusion.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were written once must load for ever: a file of this list is never changed or removed. A new version of
 * the format adds files of its own.
 */
final class GoldenModelTests {

    /** Two levels, attention, a patch of 2: every kind of tensor. */
    private static final ModelSpecification SPECIFICATION = new ModelSpecification(
            new NetworkConfiguration(new ImageShape(1, 8, 8), 2, 2, List.of(1, 2), 1, List.of(2), 2, 2, 0.1, 0.25),
            new NoiseSchedule(NoiseSchedule.Kind.COSINE, 1000),
            "Kleidung",
            List.of("Rock", "Hose"));

    /** The model of all golden files; its weights are exact in half precision. */
    static JointModel model() {
        final float[] weights =
                new float[ParameterLayout.of(SPECIFICATION.network()).size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i * 7919 % 2048 - 1024) / 512f;
        }
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("training rows", "60000");
        facts.put("precision", "BFLOAT16");
        return new JointModel(SPECIFICATION, weights, 1.5, new ModelCard(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version-1-full.safetensors", "version-1-half.safetensors"})
    void everyReleasedFormatLoads(final String file) throws IOException {
        try (InputStream stream = GoldenModelTests.class.getResourceAsStream(file)) {
            assertNotNull(stream, file);
            TestModels.assertEqualModels(model(), ModelFile.read(stream));
        }
        try (InputStream stream = GoldenModelTests.class.getResourceAsStream(file)) {
            assertEquals(new ModelOutline(SPECIFICATION, model().card()), ModelFile.readOutline(stream));
        }
    }
}
