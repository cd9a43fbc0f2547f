package org.jointdiffusion.nodes.explainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.dialog.ParametersDialog;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.TestDialogs;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** What the Explainer's dialog tells about memory and time. */
class ExplainerExpenseTests {

    private static final JointModelPortObject MODEL = TestModels.usual();

    private final ExplainerParameters m_parameters = new ExplainerParameters();

    private Message message(final PortObject... inputs) {
        return TestDialogs.message(m_parameters, inputs);
    }

    @Test
    void theLongestTimeOfTheTableIsTold() {
        final Message message = message(MODEL, TestTables.pictures(100));
        assertTrue(
                message.title().matches("About \\d+ MB of memory, [\\d.]+ \\w+ at most for the rows of the table"),
                message.title());
        assertEquals(MessageType.INFO, message.type());
    }

    @Test
    void aVeryLongSearchIsAWarningUntilTheSecondsPerRowAreLimited() {
        m_parameters.m_counterfactualsPerRow = 1000;
        m_parameters.m_draws = 100;
        m_parameters.m_steps = 1000;
        final Message message = message(MODEL, TestTables.pictures(100));
        assertEquals(MessageType.WARNING, message.type());
        assertTrue(message.description().contains("limit the seconds per row"), message.description());
        m_parameters.m_counterfactualsPerRow = 1;
        m_parameters.m_secondsPerRow = Optional.of(0.01);
        assertTrue(
                message(MODEL, TestTables.pictures(100)).title().contains(" 1 second at most"),
                message(MODEL, TestTables.pictures(100)).title());
    }

    @Test
    void withoutATableTheTimeOfARowIsTold() {
        final Message message = ParametersDialog.open(
                        m_parameters, PortInput.ofSpecs(MODEL.getSpec(), TestTables.IMAGES_AND_CLASSES))
                .messages()
                .get(0);
        assertTrue(message.title().endsWith(" at most per row"), message.title());
    }

    @Test
    void nothingIsToldAsLongAsTheModelIsUnknown() {
        assertEquals(
                List.of(),
                ParametersDialog.open(
                                m_parameters, PortInput.ofSpecs((PortObjectSpec) null, TestTables.IMAGES_AND_CLASSES))
                        .messages());
    }
}
