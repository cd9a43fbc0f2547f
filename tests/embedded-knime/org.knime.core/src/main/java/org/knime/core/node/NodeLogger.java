package org.knime.core.node;

/** Writes the log of a node, here to the logging of the Java platform. */
public final class NodeLogger {
    private final System.Logger m_logger;

    private NodeLogger(final String name) {
        m_logger = System.getLogger(name);
    }

    /** Returns the log of a class. */
    public static NodeLogger getLogger(final Class<?> type) {
        return getLogger(type.getName());
    }

    /** Returns the log of the given name. */
    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    private void log(final System.Logger.Level level, final Object message, final Throwable throwable) {
        m_logger.log(level, String.valueOf(message), throwable);
    }

    /** Writes a detail for developers. */
    public void debug(final Object message) {
        debug(message, null);
    }

    /** Writes a detail for developers. */
    public void debug(final Object message, final Throwable throwable) {
        log(System.Logger.Level.DEBUG, message, throwable);
    }

    /** Writes what happens. */
    public void info(final Object message) {
        info(message, null);
    }

    /** Writes what happens. */
    public void info(final Object message, final Throwable throwable) {
        log(System.Logger.Level.INFO, message, throwable);
    }

    /** Writes what the user should know. */
    public void warn(final Object message) {
        warn(message, null);
    }

    /** Writes what the user should know. */
    public void warn(final Object message, final Throwable throwable) {
        log(System.Logger.Level.WARNING, message, throwable);
    }

    /** Writes what went wrong. */
    public void error(final Object message) {
        error(message, null);
    }

    /** Writes what went wrong. */
    public void error(final Object message, final Throwable throwable) {
        log(System.Logger.Level.ERROR, message, throwable);
    }
}
