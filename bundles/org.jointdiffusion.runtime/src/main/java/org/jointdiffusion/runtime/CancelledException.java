package org.jointdiffusion.runtime;

/** Signals that the user cancelled; nothing of the unfinished work is kept. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The work was cancelled. */
    public CancelledException() {
        this(null);
    }

    /** The work was cancelled, as the program around it said with an exception of its own. */
    public CancelledException(final Throwable cause) {
        super("The execution was cancelled.", cause);
    }
}
