package org.jointdiffusion.runtime.sampling;

import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.ProgressMonitor;

/** A user who cancels after a number of progress reports. */
public final class CancelAfter implements ProgressMonitor {

    private final int limit;

    private int reports;

    /** Cancels once there were {@code limit} reports. */
    public CancelAfter(final int limit) {
        this.limit = limit;
    }

    /** How often progress was reported. */
    public int reports() {
        return reports;
    }

    @Override
    public void report(final double fraction, final String message) {
        reports++;
    }

    @Override
    public void checkCancelled() {
        if (reports >= limit) {
            throw new CancelledException();
        }
    }
}
