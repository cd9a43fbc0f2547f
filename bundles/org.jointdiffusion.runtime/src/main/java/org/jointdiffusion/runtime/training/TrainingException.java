package org.jointdiffusion.runtime.training;

/** Signals that a model cannot be trained on the given rows or settings; the message says what to change. */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A problem with what to do about it. */
    public TrainingException(final String message) {
        super(message);
    }
}
