package org.jointdiffusion.runtime.sampling;

import java.util.Locale;
import org.jointdiffusion.runtime.ProgressMonitor;

/** Reports how many of a known number of items are done and how long the rest will take. */
public final class WorkProgress {

    private static final double SECONDS_BEFORE_ESTIMATE = 1;

    private final ProgressMonitor monitor;

    private final String activity;

    private final String items;

    private final int count;

    private final long start = System.nanoTime();

    /**
     * Starts the clock.
     *
     * @param monitor who is told
     * @param activity what is being done, such as "Sampling"
     * @param items what is counted, such as "images"
     * @param count how many there are in all
     */
    public WorkProgress(final ProgressMonitor monitor, final String activity, final String items, final int count) {
        this.monitor = monitor;
        this.activity = activity;
        this.items = items;
        this.count = count;
    }

    /**
     * Reports the state of the work.
     *
     * @param done how many items are done; a started one counts as the part of it that is done
     * @throws org.jointdiffusion.runtime.CancelledException once the user has cancelled
     */
    public void report(final double done) {
        monitor.checkCancelled();
        final double elapsed = (System.nanoTime() - start) / 1e9;
        monitor.report(fraction(done), message(done, elapsed));
    }

    private double fraction(final double done) {
        return count == 0 ? 1 : Math.min(1, done / count);
    }

    /** Reads like "Sampling: 12 of 100 images, 40 s left."; no estimate at the very start and at the end. */
    String message(final double done, final double elapsed) {
        final double fraction = fraction(done);
        final String state = activity + ": " + (int) done + " of " + count + " " + items;
        if (elapsed < SECONDS_BEFORE_ESTIMATE || fraction == 0 || fraction == 1) {
            return state + ".";
        }
        return state + ", " + duration(elapsed * (1 - fraction) / fraction) + " left.";
    }

    /** Reads like "40 s" or "3 min 05 s". */
    static String duration(final double seconds) {
        final long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
