package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Measures time by turns, so that whatever else the machine does falls on all that take them. */
final class Turns {

    /** The first rounds do not count. */
    static final int WARM_UPS = 2;

    /** Rounds of short calls that count. */
    static final int ROUNDS = 9;

    private static final int REST_MILLISECONDS = 300;

    private Turns() {}

    /** A call of ours. */
    @FunctionalInterface
    interface Call {
        void run();
    }

    /** Measures something that takes its turn. */
    @FunctionalInterface
    interface Timing {
        double seconds() throws IOException;
    }

    /** Waits until the threads of the last call, which spin for a while, have fallen asleep, and measures. */
    static double afterRest(final Timing timing) throws IOException {
        try {
            Thread.sleep(REST_MILLISECONDS);
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The benchmark was interrupted.");
        }
        return timing.seconds();
    }

    /** The seconds of a call. */
    static double seconds(final Call call) {
        final long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
