package org.jointdiffusion.runner;

/** Ends a run with an exit code and a message for the user: what is wrong, where, and what to do. */
final class RunException extends Exception {

    private static final long serialVersionUID = 1;

    private final ExitCode m_exitCode;

    RunException(final ExitCode exitCode, final String message) {
        super(message);
        m_exitCode = exitCode;
    }

    RunException(final ExitCode exitCode, final String message, final Throwable cause) {
        super(message, cause);
        m_exitCode = exitCode;
    }

    ExitCode exitCode() {
        return m_exitCode;
    }
}
