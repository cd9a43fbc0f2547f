package org.knime.core.node;

/** Maps the progress of a part of the work, 0 to 1, to its share of the whole. */
class SubProgressMonitor extends DefaultNodeProgressMonitor {
    private final NodeProgressMonitor m_parent;
    private final double m_share;
    private final boolean m_silent;
    private double m_reported;

    /** Creates a part; a silent one keeps its messages to itself. */
    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of a sub-progress must be 0 to 1: " + share);
        }
        m_parent = parent;
        m_share = share;
        m_silent = silent;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        m_parent.checkCanceled();
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    /** Moves the parent on by the difference, so that several parts may run one after the other or side by side. */
    @Override
    public void setProgress(final double progress) {
        synchronized (m_parent) {
            super.setProgress(progress);
            final double reached = getProgress() == null ? 0 : getProgress() * m_share;
            final Double before = m_parent.getProgress();
            m_parent.setProgress(Math.max(0, Math.min(1, (before == null ? 0 : before) + reached - m_reported)));
            m_reported = reached;
        }
    }

    @Override
    public void setMessage(final String message) {
        super.setMessage(message);
        if (!m_silent) {
            m_parent.setMessage(message);
        }
    }
}
