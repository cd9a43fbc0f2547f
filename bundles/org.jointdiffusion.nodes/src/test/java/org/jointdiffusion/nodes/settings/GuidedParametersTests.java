package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;

class GuidedParametersTests {

    private final GuidedParameters m_parameters = new GuidedParameters() {};

    @Test
    void strengthSuitsTheKindUnlessItIsSet() {
        assertEquals(
                Guidance.automatic(GuidanceKind.IMAGE), m_parameters.guidance(Optional.empty(), Guidance::automatic));
        m_parameters.m_guidanceKind = GuidanceChoice.REPRESENTATION;
        assertEquals(
                Guidance.noise(GuidanceKind.REPRESENTATION, 0.8),
                m_parameters.guidance(Optional.empty(), ExplanationSettings::usualGuidance));
        assertEquals(
                Guidance.probability(GuidanceKind.REPRESENTATION, 0.3),
                m_parameters.guidance(Optional.of(0.3), Guidance::automatic));
    }

    @Test
    void strengthOutsideTheRangeIsASettingToFix() {
        assertDoesNotThrow(() -> GuidedParameters.checkStrength(Optional.empty(), 10));
        assertDoesNotThrow(() -> GuidedParameters.checkStrength(Optional.of(10.0), 10));
        for (final double strength : new double[] {-0.1, 11, Double.NaN}) {
            assertThrows(
                    InvalidSettingsException.class, () -> GuidedParameters.checkStrength(Optional.of(strength), 10));
        }
    }
}
