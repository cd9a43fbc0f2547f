package org.jointdiffusion.runtime.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jointdiffusion.runtime.image.ImageShape;
import org.junit.jupiter.api.Test;

class ParameterLayoutTests {

    private static final NetworkConfiguration TINY =
            new NetworkConfiguration(new ImageShape(1, 8, 8), 3, 8, List.of(1, 2), 1, List.of(4), 2, 1, 0, 0);

    @Test
    void namesAreUnique() {
        for (final NetworkPreset preset : NetworkPreset.values()) {
            final List<String> names = names(preset.configure(new ImageShape(3, 32, 32), 5));
            assertEquals(names.size(), names.stream().distinct().count());
        }
    }

    /** These names and their order are in every model file: a failure here means that old files no longer load. */
    @Test
    void namesOfATinyNetworkNeverChange() {
        assertEquals(
                List.of(
                        "time.linear_1",
                        "time.linear_2",
                        "encoder.0",
                        "encoder.1.residual.normalization_1",
                        "encoder.1.residual.convolution_1",
                        "encoder.1.residual.normalization_2",
                        "encoder.1.residual.convolution_2",
                        "encoder.2.downsampling",
                        "encoder.3.residual.normalization_1",
                        "encoder.3.residual.convolution_1",
                        "encoder.3.residual.normalization_2",
                        "encoder.3.residual.convolution_2",
                        "encoder.3.residual.skip",
                        "encoder.3.attention.normalization",
                        "encoder.3.attention.queries_keys_values",
                        "encoder.3.attention.projection"),
                names(TINY).stream()
                        .filter(name -> name.endsWith(".weight"))
                        .map(name -> name.substring(0, name.length() - ".weight".length()))
                        .limit(16)
                        .toList());
        assertEquals(134, ParameterLayout.of(smallForFashion()).tensors().size());
        assertEquals(1_755_494, ParameterLayout.of(smallForFashion()).size());
    }

    @Test
    void everyWeightHasItsBias() {
        final List<String> names = names(TINY);
        names.stream()
                .filter(name -> name.endsWith(".weight"))
                .forEach(name -> assertTrue(names.contains(name.replace(".weight", ".bias")), name));
    }

    @Test
    void refusesANetworkThatNoArrayCanHold() {
        final NetworkConfiguration huge = new NetworkConfiguration(
                new ImageShape(3, 64, 64), 10, 1024, List.of(64, 64), 1, List.of(), 4, 1, 0, 0);
        final Exception exception = assertThrows(IllegalArgumentException.class, () -> ParameterLayout.of(huge));
        assertTrue(exception.getMessage().contains("choose fewer channels"), exception.getMessage());
    }

    private static NetworkConfiguration smallForFashion() {
        return NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);
    }

    private static List<String> names(final NetworkConfiguration configuration) {
        return ParameterLayout.of(configuration).tensors().stream()
                .map(ParameterTensor::name)
                .toList();
    }
}
