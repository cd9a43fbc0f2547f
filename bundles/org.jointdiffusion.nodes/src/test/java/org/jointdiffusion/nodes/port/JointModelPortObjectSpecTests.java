package org.jointdiffusion.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jointdiffusion.nodes.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

class JointModelPortObjectSpecTests {

    private final JointModelPortObjectSpec m_spec =
            TestModels.model(List.of("2", "10"), TargetType.INTEGER).getSpec();

    @Test
    void survivesSavingAndLoading() throws Exception {
        final ModelContent saved = new ModelContent("spec");
        m_spec.save(saved);
        final JointModelPortObjectSpec loaded = new JointModelPortObjectSpec();
        loaded.load(saved);

        assertEquals(m_spec, loaded);
        assertEquals(List.of("2", "10"), loaded.classNames());
        assertEquals("class", loaded.targetName());
        assertEquals(TargetType.INTEGER, loaded.targetType());
    }

    @Test
    void refusesDamagedSpecification() {
        final ModelContent saved = new ModelContent("spec");
        m_spec.save(saved);
        saved.addString("specification", "{\"formatVersion\":1}");

        final var exception =
                assertThrows(InvalidSettingsException.class, () -> new JointModelPortObjectSpec().load(saved));
        assertTrue(exception.getMessage().startsWith("The description of the model is damaged."));
    }

    @Test
    void refusesTargetTypeThatDoesNotFitTheClasses() {
        final ModelContent saved = new ModelContent("spec");
        TestModels.barsAndDots().getSpec().save(saved);
        saved.addString("target_type", "INTEGER");

        assertThrows(InvalidSettingsException.class, () -> new JointModelPortObjectSpec().load(saved));
    }
}
