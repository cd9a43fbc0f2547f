package org.jointdiffusion.runtime.reference;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of ours and of plain PyTorch that take turns, so that whatever else the machine does falls on all; each ratio
 * is of two neighbouring measurements.
 *
 * @param plain PyTorch as it is installed
 * @param tuned PyTorch with the settings of threads and memory that our engine makes for itself
 */
record Interleaved(ReferenceProcess plain, ReferenceProcess tuned) {

    static final int WARM_UPS = 3;

    static final int ROUNDS = 15;

    private static final int REST_MILLISECONDS = 300;

    /** A call of ours. */
    interface Call {
        void run();
    }

    /**
     * Our time divided by PyTorch's for the same work.
     *
     * @param call the reference's name of the work
     * @param unit what PyTorch does
     */
    List<Figure> ratios(final String name, final String call, final String unit, final Call ours) throws IOException {
        final List<Double> toPlain = new ArrayList<>();
        final List<Double> toTuned = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            rest();
            final double plainSeconds = plain.time(call);
            rest();
            final double ownSeconds = seconds(ours);
            rest();
            final double tunedSeconds = tuned.time(call);
            System.err.printf(
                    "%s: %.3f s, PyTorch %.3f s, tuned %.3f s%n", name, ownSeconds, plainSeconds, tunedSeconds);
            if (round >= WARM_UPS) {
                toPlain.add(ownSeconds / plainSeconds);
                toTuned.add(ownSeconds / tunedSeconds);
            }
        }
        return List.of(
                new Figure(name, toPlain, "ours / " + unit),
                new Figure(name + "_tuned", toTuned, "ours / " + unit + ", tuned"));
    }

    /**
     * A multiple of PyTorch's time divided by ours.
     *
     * @param call the reference's name of the work
     * @param times how often PyTorch would have to do it
     * @param rounds how many ratios are measured
     */
    Figure theirsToOurs(
            final String name,
            final String call,
            final double times,
            final int rounds,
            final String unit,
            final Call ours)
            throws IOException {
        final List<Double> values = new ArrayList<>();
        for (int round = 0; round < 1 + rounds; round++) {
            rest();
            final double theirs = plain.time(call);
            rest();
            final double own = seconds(ours);
            System.err.printf("%s: %.3f s, PyTorch %.3f s%n", name, own, theirs);
            if (round > 0) {
                values.add(theirs * times / own);
            }
        }
        return new Figure(name, values, unit);
    }

    /** Waits until the threads of the last call, which spin for a while, have fallen asleep. */
    static void rest() throws IOException {
        try {
            Thread.sleep(REST_MILLISECONDS);
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The benchmark was interrupted.");
        }
    }

    static double seconds(final Call call) {
        final long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
