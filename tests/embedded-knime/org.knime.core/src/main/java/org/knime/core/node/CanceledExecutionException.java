package org.knime.core.node;

/** Says that the user cancelled the execution. */
public class CanceledExecutionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a usual message. */
    public CanceledExecutionException() {
        this("Execution canceled");
    }

    /** Creates an exception with a message for users. */
    public CanceledExecutionException(final String message) {
        super(message);
    }
}
