package org.jointdiffusion.nodes.sampler;

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

/** What the Sampler's dialog tells about memory and time. */
class SamplerExpenseTests {

    private static final JointModelPortObject MODEL = TestModels.usual();

    private final SamplerParameters m_parameters = new SamplerParameters();

    private Message message(final PortObject... inputs) {
        return TestDialogs.message(m_parameters, inputs);
    }

    @Test
    void theTimeOfAnImageAndOfAllIsTold() {
        m_parameters.m_imagesPerClass = 1000;
        final Message message = message(MODEL);
        assertTrue(
                message.title().matches("About \\d+ MB of memory, [\\d.]+ seconds an image, [\\d.]+ \\w+ in all"),
                message.title());
        assertEquals(MessageType.INFO, message.type());
    }

    @Test
    void onlyTheSelectedClassesCount() {
        m_parameters.m_imagesPerClass = 1_000_000;
        final Message all = message(MODEL);
        assertEquals(MessageType.WARNING, all.type());
        m_parameters.m_classSource = ClassSource.SELECTED;
        m_parameters.m_selectedClasses = new String[0];
        final Message none = message(MODEL);
        assertEquals(MessageType.INFO, none.type());
    }

    @Test
    void withATableOfRequestsOnlyTheTimeOfAnImageIsTold() {
        final Message message = message(MODEL, TestTables.pictures(4));
        assertTrue(message.title().endsWith(" an image"), message.title());
    }

    @Test
    void moreStepsTakeLonger() {
        m_parameters.m_steps = Optional.of(1000);
        final String many = message(MODEL).title();
        m_parameters.m_steps = Optional.of(100);
        final String few = message(MODEL).title();
        assertTrue(seconds(many) > 4 * seconds(few), many + " and " + few);
    }

    private static double seconds(final String title) {
        return Double.parseDouble(title.replaceAll(".*memory, ([\\d.]+) seconds? an image.*", "$1"));
    }

    @Test
    void nothingIsToldAsLongAsTheModelIsUnknown() {
        assertEquals(
                List.of(),
                ParametersDialog.open(m_parameters, PortInput.ofSpecs((PortObjectSpec) null))
                        .messages());
    }
}
