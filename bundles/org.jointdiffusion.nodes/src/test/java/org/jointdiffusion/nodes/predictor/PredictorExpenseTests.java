package org.jointdiffusion.nodes.predictor;

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

/** What the Predictor's dialog tells about memory and time. */
class PredictorExpenseTests {

    private static final JointModelPortObject MODEL = TestModels.usual();

    private final PredictorParameters m_parameters = new PredictorParameters();

    private Message message(final PortObject... inputs) {
        return TestDialogs.message(m_parameters, inputs);
    }

    @Test
    void theTimeOfTheTableIsTold() {
        final Message message = message(MODEL, TestTables.pictures(1000));
        assertTrue(
                message.title().matches("About \\d+ MB of memory, [\\d.]+ \\w+ for the images of the table"),
                message.title());
        assertTrue(message.description().contains("a model of images of 28x28 grey"), message.description());
    }

    @Test
    void typicalityTakesLonger() {
        final String plain = message(MODEL, TestTables.pictures(2000)).title();
        m_parameters.m_smallestTypicality = Optional.of(1.0);
        final String typical = message(MODEL, TestTables.pictures(2000)).title();
        assertTrue(seconds(typical) > 5 * seconds(plain), typical + " and " + plain);
    }

    private static double seconds(final String title) {
        return Double.parseDouble(title.replaceAll(".*memory, ([\\d.]+) seconds.*", "$1"));
    }

    @Test
    void withoutATableTheTimeOfAnImageIsTold() {
        final Message message = ParametersDialog.open(
                        m_parameters, PortInput.ofSpecs(MODEL.getSpec(), TestTables.IMAGES_AND_CLASSES))
                .messages()
                .get(0);
        assertTrue(message.title().endsWith(" an image"), message.title());
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
