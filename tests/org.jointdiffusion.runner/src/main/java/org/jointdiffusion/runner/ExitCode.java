package org.jointdiffusion.runner;

/** How the runner ends: the codes of KNIME's batch application, so that scripts need not tell them apart. */
public enum ExitCode {
    /** Every node was executed. */
    OK(0),
    /** Every node was executed, at least one gave a warning. */
    WARNINGS(1),
    /** An argument is wrong, or the workflow does not exist. */
    USAGE(2),
    /** The workflow could not be loaded. */
    LOAD_ERROR(3),
    /** A node failed. */
    NODE_FAILED(4),
    /** The user pressed Ctrl-C; what a shell reports for the interrupt signal. */
    CANCELLED(130);

    private final int m_code;

    ExitCode(final int code) {
        m_code = code;
    }

    /** The process's exit code. */
    public int code() {
        return m_code;
    }
}
