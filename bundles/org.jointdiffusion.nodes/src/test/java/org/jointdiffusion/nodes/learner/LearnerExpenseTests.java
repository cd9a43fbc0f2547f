package org.jointdiffusion.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.dialog.ParametersDialog;
import org.jointdiffusion.embedded.settings.PortInput;
import org.jointdiffusion.nodes.testing.TestDialogs;
import org.jointdiffusion.nodes.testing.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** What the Learner's dialog tells about memory and time. */
class LearnerExpenseTests {

    private final LearnerParameters m_parameters = new LearnerParameters();

    @BeforeEach
    void chooseColumns() {
        m_parameters.m_imageColumn = "image";
        m_parameters.m_targetColumn = "class";
    }

    /** The messages before the images are known. */
    private List<Message> messagesAhead() {
        return ParametersDialog.open(m_parameters, PortInput.ofSpecs(TestTables.IMAGES_AND_CLASSES))
                .messages();
    }

    private Message message(final BufferedDataTable table) {
        return TestDialogs.message(m_parameters, table);
    }

    @Test
    void theSizeOfTheFirstImageCounts() {
        final Message message = message(TestTables.pictures(6, 27));
        assertTrue(message.description().contains("images of 28x28 grey"), message.description());
        assertTrue(
                message.title().matches("About \\d+ MB of memory, [\\d,]+ training steps in that time"),
                message.title());
    }

    @Test
    void nothingIsToldAsLongAsNoImageIsKnown() {
        assertEquals(List.of(), messagesAhead());
        assertEquals(
                List.of(),
                TestDialogs.messages(
                        m_parameters,
                        TestTables.table(
                                TestTables.IMAGES_AND_CLASSES,
                                List.<DataCell[]>of(new DataCell[] {new MissingCell("lost"), new StringCell("bar")}))));
    }

    @Test
    void aSizeAndColoursThatWereChosenAreEnough() {
        m_parameters.m_sizeRule = ImageSizeRule.CUSTOM;
        m_parameters.m_imageWidth = 64;
        m_parameters.m_imageHeight = 32;
        m_parameters.m_colors = ColorRule.RGB;
        final Message message = messagesAhead().get(0);
        assertTrue(message.description().contains("64x32 RGB"), message.description());
    }

    @Test
    void settingsThatCannotBeAreLeftToTheNode() {
        m_parameters.m_channels = Optional.of(7);
        assertEquals(List.of(), TestDialogs.messages(m_parameters, TestTables.pictures(6, 28)));
    }

    @Test
    void largerNetworksAndBatchesTakeMoreMemory() {
        final BufferedDataTable input = TestTables.pictures(6, 28);
        final String small = message(input).title();
        m_parameters.m_imagesAtOnce = Optional.of(8);
        final String atOnce = message(input).title();
        m_parameters.m_preset = NetworkSize.MEDIUM;
        final String medium = message(input).title();
        assertTrue(megabytes(atOnce) < megabytes(small), atOnce + " and " + small);
        assertTrue(megabytes(medium) > megabytes(atOnce), medium + " and " + atOnce);
    }

    private static int megabytes(final String title) {
        return Integer.parseInt(title.replaceAll("About ([\\d,]+) MB.*", "$1").replace(",", ""));
    }

    @Test
    void stepsAndEpochsTellTheTime() {
        final BufferedDataTable input = TestTables.pictures(200, 28);
        m_parameters.m_stopRule = StopRule.STEPS;
        m_parameters.m_maximumSteps = 400;
        final String steps = message(input).title();
        m_parameters.m_stopRule = StopRule.EPOCHS;
        m_parameters.m_maximumEpochs = 100;
        // 200 images are four batches of 64
        assertEquals(steps, message(input).title());
        assertTrue(steps.matches(".*, [\\d.]+ (seconds|minutes|hours) of training"), steps);
        m_parameters.m_maximumEpochs = 200;
        assertNotEquals(steps, message(input).title());
    }

    @Test
    void tooFewStepsAreAWarning() {
        m_parameters.m_maximumMinutes = 0.01;
        final Message message = message(TestTables.pictures(6, 28));
        assertEquals(MessageType.WARNING, message.type());
        assertTrue(message.description().contains("more minutes"), message.description());
    }

    @Test
    void aVeryLongTrainingIsAWarning() {
        m_parameters.m_stopRule = StopRule.STEPS;
        m_parameters.m_maximumSteps = Integer.MAX_VALUE;
        final Message message = message(TestTables.pictures(6, 28));
        assertEquals(MessageType.WARNING, message.type());
        assertTrue(message.description().startsWith("That is long."), message.description());
    }
}
