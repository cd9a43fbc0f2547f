package org.jointdiffusion.runner;

import java.util.Map;
import org.jointdiffusion.embedded.workflow.WorkflowListener;
import org.jointdiffusion.embedded.workflow.WorkflowNode;
import org.jointdiffusion.runner.progress.RunProgress;

/** Passes the progress of the nodes on, and keeps the messages of those that fail. */
final class ListenerOfRun implements WorkflowListener {

    private final RunProgress m_progress;
    private final Map<Integer, String> m_errors;

    /**
     * Creates a listener.
     *
     * @param errors gets the message of each node that fails, by the node's number
     */
    ListenerOfRun(final RunProgress progress, final Map<Integer, String> errors) {
        m_progress = progress;
        m_errors = errors;
    }

    @Override
    public void nodeStarted(final WorkflowNode node) {
        m_progress.started(node.name());
    }

    @Override
    public void nodeProgress(final WorkflowNode node, final double fraction, final String message) {
        m_progress.progressed(node.name(), fraction, message);
    }

    @Override
    public void nodeFinished(final WorkflowNode node) {
        m_progress.finished(node.name(), node.warning());
    }

    @Override
    public void nodeFailed(final WorkflowNode node, final String message) {
        m_errors.put(node.id(), message);
        m_progress.failed(node.name());
    }
}
