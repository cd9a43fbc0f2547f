package org.jointdiffusion.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

class ExpenseTests {

    private static final long MEBIBYTE = 1 << 20;
    private static final long HUGE = 1L << 50;
    private static final String REMEDY = "Choose smaller images.";

    private static Message message(final DeviceChoice device, final long bytes) {
        return new Expense(device, "images of 28x28 grey")
                .memory(bytes, REMEDY)
                .time(240, " in all")
                .message()
                .orElseThrow();
    }

    @Test
    void amountsAndTheirBasisAreTold() {
        final Message message = message(DeviceChoice.AUTOMATIC, 90 * MEBIBYTE);
        assertEquals("About 90 MB of memory, 4 minutes in all", message.title());
        assertEquals(MessageType.INFO, message.type());
        assertTrue(message.description().startsWith("A rough estimate for images of 28x28 grey on the processor"));
    }

    @Test
    void moreMemoryThanTheComputerHasIsAWarningThatSaysWhatToDo() {
        final Message message = message(DeviceChoice.CPU, HUGE);
        assertEquals(MessageType.WARNING, message.type());
        assertTrue(
                message.description().matches("This computer has [\\d.,]+ [GM]B of memory in all. " + REMEDY + ".*"));
    }

    @Test
    void nothingIsSaidAboutTheSpeedAndTheMemoryOfAGpu() {
        final Message message = message(DeviceChoice.GPU, HUGE);
        assertEquals(MessageType.INFO, message.type());
        assertFalse(message.title().contains("minutes"), message.title());
        assertFalse(message.description().contains("processor"), message.description());
    }

    @Test
    void aReasonToChangeTheSettingsComesFirst() {
        final Message message = new Expense(DeviceChoice.CPU, "a model")
                .count(120, "step", " in that time")
                .warnIf(true, "So few are of no use.")
                .warnIf(false, "Never said.")
                .message()
                .orElseThrow();
        assertEquals("About 120 steps in that time", message.title());
        assertTrue(message.description().startsWith("So few are of no use. A rough estimate"), message.description());
        assertEquals(MessageType.WARNING, message.type());
    }

    @Test
    void settingsThatCannotBeHaveNoEstimate() {
        assertEquals(Optional.empty(), Expense.ifPossible(() -> {
            throw new IllegalArgumentException("These do not fit.");
        }));
    }

    @Test
    void aGpuHasOneLaneAndSmallBatchesAreNotDivided() {
        assertEquals(1, Expense.lanes(DeviceChoice.GPU, 512));
        assertEquals(1, Expense.lanes(DeviceChoice.CPU, 7));
        assertEquals(Math.min(8, Expense.cores()), Expense.lanes(DeviceChoice.CPU, 512));
    }
}
