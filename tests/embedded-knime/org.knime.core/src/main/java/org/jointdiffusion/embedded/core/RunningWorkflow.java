package org.jointdiffusion.embedded.core;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Says which workflow the current thread executes, as KNIME's node context does: threads that a node starts do not
 * inherit it.
 */
public final class RunningWorkflow implements AutoCloseable {
    private static final ThreadLocal<Path> DIRECTORY = new ThreadLocal<>();

    private final Path m_before;

    private RunningWorkflow(final Path before) {
        m_before = before;
    }

    /** Enters a workflow's directory until the result is closed. */
    public static RunningWorkflow enter(final Path directory) {
        final RunningWorkflow scope = new RunningWorkflow(DIRECTORY.get());
        DIRECTORY.set(directory.toAbsolutePath().normalize());
        return scope;
    }

    /** Returns the directory of the workflow of this thread. */
    public static Optional<Path> directory() {
        return Optional.ofNullable(DIRECTORY.get());
    }

    @Override
    public void close() {
        if (m_before == null) {
            DIRECTORY.remove();
        } else {
            DIRECTORY.set(m_before);
        }
    }
}
