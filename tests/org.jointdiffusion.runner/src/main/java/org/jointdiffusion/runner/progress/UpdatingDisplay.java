package org.jointdiffusion.runner.progress;

import java.io.PrintStream;

/** For a terminal: the status is one line that is written over and over again. */
public final class UpdatingDisplay implements ProgressDisplay {

    private static final String START_OF_LINE = "\r";
    private static final String ERASE_LINE = "\u001B[2K";

    private final PrintStream m_terminal;
    private final int m_columns;

    /**
     * Writes to a terminal.
     *
     * @param columns the terminal's width in characters; longer statuses are cut, so that they stay on one line
     */
    public UpdatingDisplay(final PrintStream terminal, final int columns) {
        m_terminal = terminal;
        m_columns = columns;
    }

    @Override
    public synchronized void status(final String text) {
        final var cut = text.length() < m_columns ? text : text.substring(0, Math.max(0, m_columns - 2)) + "…";
        m_terminal.print(START_OF_LINE + ERASE_LINE + cut);
        m_terminal.flush();
    }

    @Override
    public synchronized void line(final String text) {
        m_terminal.println(START_OF_LINE + ERASE_LINE + text);
    }
}
