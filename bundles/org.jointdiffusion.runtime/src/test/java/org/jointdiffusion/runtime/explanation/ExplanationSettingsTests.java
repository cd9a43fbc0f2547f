package org.jointdiffusion.runtime.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationSettingsTests {

    private final ExplanationSettings usual = ExplanationSettings.usual(1);

    @Test
    void noiseLevelsMustRise() {
        final IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> usual.withNoiseLevels(List.of(0.3, 0.2)));
        assertEquals("The noise levels must rise and lie in 0 to 1, not [0.3, 0.2].", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> usual.withNoiseLevels(List.of(0.5, 1.1)));
        assertThrows(IllegalArgumentException.class, () -> usual.withNoiseLevels(List.of()));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> usual.withSteps(0));
        assertThrows(IllegalArgumentException.class, () -> usual.withDraws(0));
        assertThrows(IllegalArgumentException.class, () -> usual.withPull(-1));
        assertThrows(IllegalArgumentException.class, () -> usual.withConfidence(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> usual.withBatchSize(-1));
        assertThrows(IllegalArgumentException.class, () -> usual.withSecondsPerRow(0));
        assertThrows(IllegalArgumentException.class, () -> usual.withSecondsPerRow(Double.NaN));
    }
}
