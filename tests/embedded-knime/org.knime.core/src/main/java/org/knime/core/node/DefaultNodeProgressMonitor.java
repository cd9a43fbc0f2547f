package org.knime.core.node;

/** Keeps the latest progress and message of a node; may be asked from any thread. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
    private volatile Double m_progress;
    private volatile String m_message;
    private volatile boolean m_canceled;

    /** Tells whether to stop: after {@link #setExecuteCanceled()}, and in an interrupted thread. */
    protected boolean isCanceled() {
        return m_canceled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            throw new CanceledExecutionException();
        }
    }

    /** Sets the progress; anything but 0 to 1 is ignored, as KNIME does. */
    @Override
    public void setProgress(final double progress) {
        if (progress >= 0 && progress <= 1) {
            m_progress = progress;
        }
    }

    @Override
    public Double getProgress() {
        return m_progress;
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        m_message = message;
    }

    @Override
    public String getMessage() {
        return m_message;
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public void reset() {
        m_progress = null;
        m_message = null;
        m_canceled = false;
    }
}
