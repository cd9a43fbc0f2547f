package org.jointdiffusion.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jointdiffusion.runner.progress.ProgressDisplay;

/**
 * Ctrl-C: cancels the workflow and keeps the process alive until the node that runs has stopped.
 *
 * <p>The process must not end while native code computes, so the shutdown waits.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch m_finished = new CountDownLatch(1);
    private final ProgressDisplay m_display;
    private final Thread m_hook;
    private volatile boolean m_happened;

    /**
     * Starts to wait for Ctrl-C.
     *
     * @param cancel what to do then; must return at once
     * @param display tells the user
     */
    Interruption(final Runnable cancel, final ProgressDisplay display) {
        m_display = display;
        m_hook = new Thread(() -> interrupt(cancel), "cancel workflow");
        Runtime.getRuntime().addShutdownHook(m_hook);
    }

    /** Whether the user has pressed Ctrl-C; a node may then fail in any way. */
    boolean hasHappened() {
        return m_happened;
    }

    private void interrupt(final Runnable cancel) {
        m_happened = true;
        cancel.run();
        try {
            m_display.line(
                    m_finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            ? "Cancelled; no results were written."
                            : "The node did not stop within " + PATIENCE_SECONDS + " seconds.");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is over: from now on the process ends at once. */
    void end() {
        m_finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(m_hook);
        } catch (final IllegalStateException e) {
            // the shutdown has begun and was waiting for the work
        }
    }
}
