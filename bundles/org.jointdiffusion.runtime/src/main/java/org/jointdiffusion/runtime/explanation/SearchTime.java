package org.jointdiffusion.runtime.explanation;

import java.util.function.LongSupplier;

/** The time that the rows of a batch take together, and whether they may go on. */
final class SearchTime {

    private final LongSupplier clock;

    private final double limit;

    private final long start;

    /**
     * Starts now.
     *
     * @param clock nanoseconds from any start
     * @param limit seconds, {@link ExplanationSettings#UNLIMITED_SECONDS} for no limit
     */
    SearchTime(final LongSupplier clock, final double limit) {
        this.clock = clock;
        this.limit = limit;
        this.start = clock.getAsLong();
    }

    /** Seconds since the start. */
    double seconds() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /** Whether the limit is reached. */
    boolean isUsedUp() {
        return seconds() >= limit;
    }
}
