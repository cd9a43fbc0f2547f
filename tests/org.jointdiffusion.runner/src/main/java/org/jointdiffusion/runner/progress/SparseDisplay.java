package org.jointdiffusion.runner.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** For files and pipes: a status is written only now and then, each on a line of its own. */
public final class SparseDisplay implements ProgressDisplay {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final PrintStream m_output;
    private final InstantSource m_clock;
    private Instant m_last;

    /** Writes to a stream; the clock tells when the next status is due. */
    public SparseDisplay(final PrintStream output, final InstantSource clock) {
        m_output = output;
        m_clock = clock;
        m_last = clock.instant();
    }

    @Override
    public synchronized void status(final String text) {
        if (Duration.between(m_last, m_clock.instant()).compareTo(PAUSE) >= 0) {
            line(text);
        }
    }

    @Override
    public synchronized void line(final String text) {
        m_last = m_clock.instant();
        m_output.println(text);
    }
}
