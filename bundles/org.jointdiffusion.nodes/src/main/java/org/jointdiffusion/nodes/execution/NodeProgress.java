package org.jointdiffusion.nodes.execution;

import java.util.List;
import java.util.function.Supplier;
import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Shows the runtime's progress at the node, and with whom the node takes turns on its device; tells the runtime when
 * the user cancels the node.
 */
public final class NodeProgress implements ProgressMonitor {

    private final ExecutionMonitor m_monitor;
    private final double m_start;
    private final double m_end;
    private final Supplier<List<String>> m_others;

    /** The progress of the whole node. */
    public NodeProgress(final ExecutionMonitor monitor) {
        this(monitor, 0, 1, List::of);
    }

    private NodeProgress(
            final ExecutionMonitor monitor, final double start, final double end, final Supplier<List<String>> others) {
        m_monitor = monitor;
        m_start = start;
        m_end = end;
        m_others = others;
    }

    /** The same progress, which names those who use the device at the same time. */
    public NodeProgress sharing(final DeviceUse use) {
        return new NodeProgress(m_monitor, m_start, m_end, use::others);
    }

    @Override
    public NodeProgress part(final double start, final double end) {
        final double length = m_end - m_start;
        return new NodeProgress(m_monitor, m_start + start * length, m_start + end * length, m_others);
    }

    @Override
    public void report(final double fraction, final String message) {
        m_monitor.setProgress(m_start + Math.max(0, Math.min(1, fraction)) * (m_end - m_start), message + turns());
    }

    private String turns() {
        final List<String> others = m_others.get();
        if (others.isEmpty()) {
            return "";
        }
        return " (takes turns with " + others.get(0)
                + (others.size() == 1 ? "" : " and " + (others.size() - 1) + " more") + ')';
    }

    @Override
    public void checkCancelled() {
        try {
            m_monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            throw new CancelledException(e);
        }
    }
}
