package org.jointdiffusion.runtime;

/** How long work reports its progress and learns that it was cancelled. */
public interface ProgressMonitor {

    /**
     * Reports how far the work is.
     *
     * @param fraction of the whole work, in [0, 1]
     * @param message a short sentence for the user
     */
    void report(double fraction, String message);

    /** Throws {@link CancelledException} once the user has cancelled; to be called at least every second. */
    void checkCancelled();

    /** A monitor for a part of the work: the part's 0 to 1 is reported as {@code start} to {@code end}. */
    default ProgressMonitor part(final double start, final double end) {
        final ProgressMonitor whole = this;
        return new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                whole.report(start + fraction * (end - start), message);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }
        };
    }

    /** A monitor that ignores reports and is never cancelled. */
    static ProgressMonitor silent() {
        return new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }

            @Override
            public void checkCancelled() {
                // nobody cancels
            }
        };
    }
}
