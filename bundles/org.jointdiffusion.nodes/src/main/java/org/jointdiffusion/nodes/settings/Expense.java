package org.jointdiffusion.nodes.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.MachineMemory;
import org.jointdiffusion.runtime.network.Arithmetic;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/**
 * What the work of a node is estimated to take, as a message in its dialog: a warning where it seems too much.
 *
 * <p>Times are those of this computer's processor: whether a GPU can be used is known only when the node runs.
 */
public final class Expense {

    /** Longer than this, drawing or explaining deserves a warning. */
    public static final double LONG_SECONDS = 6 * 3600;

    /** The system, KNIME and its tables need the rest. */
    private static final double USABLE_SHARE = 0.6;

    /** As the runtime divides a batch: with at least so many images in each of at most so many lanes. */
    private static final int FEWEST_ROWS = 8;

    private static final int MOST_LANES = 8;

    private final List<String> m_amounts = new ArrayList<>();
    private final List<String> m_warnings = new ArrayList<>();
    private final DeviceChoice m_device;
    private final String m_basis;

    /**
     * An expense without amounts.
     *
     * @param device where the node computes
     * @param basis what was estimated, like "a network for images of 28x28 grey"
     */
    public Expense(final DeviceChoice device, final String basis) {
        m_device = device;
        m_basis = basis;
    }

    /** The processor's cores. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The arithmetic to estimate with: automatic may turn out to be the one that needs more. */
    public static Arithmetic arithmetic(final PrecisionChoice precision) {
        return precision == PrecisionChoice.BFLOAT16 ? Arithmetic.BFLOAT16 : Arithmetic.FLOAT32;
    }

    /** Among how many lanes the processor would divide so many images; a GPU has one. */
    public static int lanes(final DeviceChoice device, final int rows) {
        return device == DeviceChoice.GPU
                ? 1
                : Math.max(1, Math.min(MOST_LANES, Math.min(cores(), rows / FEWEST_ROWS)));
    }

    /** Runs the estimate; settings that do not fit each other are refused elsewhere and cost nothing. */
    public static Optional<Message> ifPossible(final Supplier<Optional<Message>> estimate) {
        try {
            return estimate.get();
        } catch (final IllegalArgumentException exception) {
            return Optional.empty();
        }
    }

    /** The kind of device to estimate for: automatic counts as the processor. */
    public Device.Kind deviceKind() {
        return m_device == DeviceChoice.GPU ? Device.Kind.GPU : Device.Kind.CPU;
    }

    /**
     * Adds the memory of the network.
     *
     * @param bytes the estimate
     * @param remedy what the user can do where it is too much, as a sentence
     */
    public Expense memory(final long bytes, final String remedy) {
        m_amounts.add(Amounts.memory(bytes) + " of memory");
        final long machine = MachineMemory.bytes().orElse(Long.MAX_VALUE);
        if (m_device != DeviceChoice.GPU && bytes > USABLE_SHARE * machine) {
            m_warnings.add("This computer has " + Amounts.memory(machine) + " of memory in all. " + remedy);
        }
        return this;
    }

    /** Adds an amount of time, where the processor may compute. */
    public Expense time(final double seconds, final String forWhat) {
        return amount(Amounts.time(seconds) + forWhat);
    }

    /** Adds how many of something there are in a time, where the processor may compute. */
    public Expense count(final double count, final String what, final String inWhat) {
        return amount(Amounts.of(count, what) + inWhat);
    }

    /** Adds a reason to change the settings, as a sentence, where the processor may compute and it holds. */
    public Expense warnIf(final boolean holds, final String warning) {
        if (holds && m_device != DeviceChoice.GPU) {
            m_warnings.add(warning);
        }
        return this;
    }

    /** The message. */
    public Optional<Message> message() {
        return Optional.of(new Message(
                "About " + String.join(", ", m_amounts),
                String.join(" ", m_warnings) + (m_warnings.isEmpty() ? "" : " ") + basis(),
                m_warnings.isEmpty() ? MessageType.INFO : MessageType.WARNING));
    }

    private Expense amount(final String amount) {
        if (m_device != DeviceChoice.GPU) {
            m_amounts.add(amount);
        }
        return this;
    }

    private String basis() {
        final String estimated = "A rough estimate for " + m_basis;
        return m_device == DeviceChoice.GPU
                ? estimated + "."
                : String.format(
                        Locale.ROOT,
                        "%s on the processor of this computer (%s); a GPU is many times faster.",
                        estimated,
                        Amounts.of(cores(), "core"));
    }
}
