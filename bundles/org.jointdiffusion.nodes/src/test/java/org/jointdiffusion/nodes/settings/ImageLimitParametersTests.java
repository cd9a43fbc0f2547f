package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;

class ImageLimitParametersTests {

    @Test
    void theDefaultsAreThoseOfTheRuntime() {
        assertEquals(org.jointdiffusion.runtime.image.ImageLimits.DEFAULT, new ImageLimitParameters().limits());
    }

    @Test
    void theLargestValuesAreLimitsOfTheRuntime() {
        final ImageLimitParameters largest = ImageLimits.of(Integer.MAX_VALUE, 700, 2047);
        assertDoesNotThrow(largest::validate);
        assertEquals(700_000_000, largest.limits().maximumPixels());
        assertEquals(2047L << 20, largest.limits().maximumBytes());
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 128, longest side", "1, 0, 128, million pixels", "1, 50, 0, MiB", "1, 50, 2048, MiB"})
    void otherValuesAreNamed(final int side, final int megapixels, final int mebibytes, final String part) {
        final String message = assertThrows(
                        InvalidSettingsException.class, ImageLimits.of(side, megapixels, mebibytes)::validate)
                .getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
