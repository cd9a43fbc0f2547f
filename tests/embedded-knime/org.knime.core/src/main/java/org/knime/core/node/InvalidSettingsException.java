package org.knime.core.node;

/** Says which setting is wrong or which input is missing; the node can not be executed. */
public class InvalidSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message for users. */
    public InvalidSettingsException(final String message) {
        super(message);
    }

    /** Creates an exception with the message of its cause. */
    public InvalidSettingsException(final Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** Creates an exception with a message for users and a cause. */
    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
