package org.jointdiffusion.runtime.reference.explain;

import org.jointdiffusion.runtime.ProgressMonitor;

/** Writes progress to the error stream, a line every ten seconds. */
final class ConsoleProgress implements ProgressMonitor {

    private static final double SECONDS_BETWEEN = 10;

    private final String activity;

    private long last;

    /** Progress of something. */
    ConsoleProgress(final String activity) {
        this.activity = activity;
    }

    @Override
    public void report(final double fraction, final String message) {
        final long now = System.nanoTime();
        if (last == 0 || now - last > SECONDS_BETWEEN * 1e9 || fraction == 1) {
            last = now;
            System.err.printf("[%s, %.0f %%] %s%n", activity, 100 * fraction, message);
        }
    }

    @Override
    public void checkCancelled() {
        // Control-C ends the process
    }
}
