package org.knime.core.node;

import java.util.function.Supplier;

/** Through which a node reports its progress and learns that it was cancelled. */
public class ExecutionMonitor {
    private final NodeProgressMonitor m_progress;

    /** Creates a monitor that nobody looks at. */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /** Creates a monitor that reports to the given one. */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        if (progress == null) {
            throw new NullPointerException("An execution monitor needs a progress monitor.");
        }
        m_progress = progress;
    }

    /** Returns the monitor to which this one reports. */
    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /** Throws when the execution was cancelled. */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /** Sets the progress, 0 to 1. */
    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    /** Sets progress and message. */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /** Sets progress and message. */
    public void setProgress(final double progress, final Supplier<String> message) {
        m_progress.setProgress(progress, message);
    }

    /** Sets the message. */
    public void setProgress(final String message) {
        m_progress.setProgress(message);
    }

    /** Sets the message. */
    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    /** Sets the message. */
    public void setMessage(final Supplier<String> message) {
        m_progress.setMessage(message);
    }

    /** Returns a monitor for a part of the work; {@code share}: 0 to 1. */
    public ExecutionMonitor createSubProgress(final double share) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, share, false));
    }

    /** Returns a monitor for a part of the work, whose messages are not shown. */
    public ExecutionMonitor createSilentSubProgress(final double share) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, share, true));
    }
}
