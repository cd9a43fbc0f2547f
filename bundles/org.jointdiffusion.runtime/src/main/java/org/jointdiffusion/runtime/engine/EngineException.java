package org.jointdiffusion.runtime.engine;

/**
 * Signals that the numerical engine could not start or could not do its work; the message says what the user can do.
 */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem for which there is no underlying exception. */
    public EngineException(final String message) {
        super(message);
    }

    /** A problem with its cause. */
    public EngineException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
