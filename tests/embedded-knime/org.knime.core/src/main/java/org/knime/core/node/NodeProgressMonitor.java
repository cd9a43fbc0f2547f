package org.knime.core.node;

import java.util.function.Supplier;

/** Takes the progress of a node, and tells it whether to stop. */
public interface NodeProgressMonitor {
    /** Throws when the execution was cancelled. */
    void checkCanceled() throws CanceledExecutionException;

    /** Sets the progress, 0 to 1. */
    void setProgress(double progress);

    /** Returns the progress, 0 to 1, or {@code null} when it was never set. */
    Double getProgress();

    /** Sets progress and message. */
    void setProgress(double progress, String message);

    /** Sets progress and message. */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** Sets the message. */
    void setMessage(String message);

    /** Sets the message. */
    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** Sets the message. */
    void setProgress(String message);

    /** Returns the message, or {@code null}. */
    String getMessage();

    /** Asks the node to stop. */
    void setExecuteCanceled();

    /** Forgets progress, message and cancellation. */
    void reset();
}
