package org.jointdiffusion.embedded.workflow;

/** Hears how the execution of a workflow goes; called in the thread that executes, or in one of the node's. */
public interface WorkflowListener {

    default void nodeStarted(final WorkflowNode node) {}

    /**
     * Hears of progress.
     *
     * @param fraction between 0 and 1
     * @param message what the node does, empty if it does not say
     */
    default void nodeProgress(final WorkflowNode node, final double fraction, final String message) {}

    default void nodeFinished(final WorkflowNode node) {}

    default void nodeFailed(final WorkflowNode node, final String message) {}
}
