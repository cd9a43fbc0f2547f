package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;

class GuidedParametersTests {

    private final GuidedParameters m_parameters = new GuidedParameters() {};

    @Test
    void strengthSuitsTheKindUnlessItIsSet() {
        assertEquals(Guidance.automatic(GuidanceKind.IMAGE), m_parameters.guidance(1));
        assertEquals(new Guidance(GuidanceKind.IMAGE, 0.2), m_parameters.guidance(2));
        m_parameters.m_guidanceKind = GuidanceChoice.REPRESENTATION;
        assertEquals(Guidance.automatic(GuidanceKind.REPRESENTATION), m_parameters.guidance(1));
        m_parameters.m_guidanceStrength = Optional.of(0.4);
        assertEquals(new Guidance(GuidanceKind.REPRESENTATION, 0.4), m_parameters.guidance(2));
    }

    @Test
    void strengthOutsideTheRangeIsASettingToFix() {
        assertDoesNotThrow(m_parameters::validate);
        for (final double strength : new double[] {-0.1, 11, Double.NaN}) {
            m_parameters.m_guidanceStrength = Optional.of(strength);
            assertThrows(InvalidSettingsException.class, m_parameters::validate);
        }
    }
}
