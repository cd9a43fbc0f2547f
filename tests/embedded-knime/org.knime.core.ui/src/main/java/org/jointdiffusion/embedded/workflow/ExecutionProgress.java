package org.jointdiffusion.embedded.workflow;

import org.knime.core.node.DefaultNodeProgressMonitor;

/** Passes the progress of one node on to the listener of the workflow. */
final class ExecutionProgress extends DefaultNodeProgressMonitor {

    private final WorkflowNode node;
    private final WorkflowListener listener;

    ExecutionProgress(final WorkflowNode node, final WorkflowListener listener) {
        this.node = node;
        this.listener = listener;
    }

    @Override
    public void setProgress(final double progress) {
        super.setProgress(progress);
        report();
    }

    @Override
    public void setProgress(final double progress, final String message) {
        super.setMessage(message); // first, so that the listener hears of both at once
        setProgress(progress);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        super.setMessage(message);
        report();
    }

    private void report() {
        final Double progress = getProgress();
        final String message = getMessage();
        listener.nodeProgress(node, progress == null ? 0 : progress, message == null ? "" : message);
    }
}
