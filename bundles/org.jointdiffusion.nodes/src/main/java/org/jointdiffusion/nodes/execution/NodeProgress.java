package org.jointdiffusion.nodes.execution;

import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Shows the runtime's progress at the node, and tells the runtime when the user cancels the node. */
public final class NodeProgress implements ProgressMonitor {

    private final ExecutionMonitor m_monitor;
    private final double m_start;
    private final double m_end;

    /** The progress of the whole node. */
    public NodeProgress(final ExecutionMonitor monitor) {
        this(monitor, 0, 1);
    }

    private NodeProgress(final ExecutionMonitor monitor, final double start, final double end) {
        m_monitor = monitor;
        m_start = start;
        m_end = end;
    }

    @Override
    public NodeProgress part(final double start, final double end) {
        final double length = m_end - m_start;
        return new NodeProgress(m_monitor, m_start + start * length, m_start + end * length);
    }

    @Override
    public void report(final double fraction, final String message) {
        m_monitor.setProgress(m_start + Math.max(0, Math.min(1, fraction)) * (m_end - m_start), message);
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
