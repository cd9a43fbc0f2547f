package org.jointdiffusion.embedded.workflow;

/** A workflow cannot be loaded or executed; the message says what is wrong, where, and what to do. */
public final class WorkflowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean canceled;

    public WorkflowException(final String message) {
        this(message, null);
    }

    public WorkflowException(final String message, final Throwable cause) {
        super(message, cause);
        canceled = false;
    }

    private WorkflowException(final String message, final boolean canceled) {
        super(message);
        this.canceled = canceled;
    }

    static WorkflowException canceled(final WorkflowNode node) {
        return new WorkflowException("The execution was cancelled at the node " + node.label() + ".", true);
    }

    /** Returns whether the execution was cancelled rather than failed. */
    public boolean isCanceled() {
        return canceled;
    }
}
