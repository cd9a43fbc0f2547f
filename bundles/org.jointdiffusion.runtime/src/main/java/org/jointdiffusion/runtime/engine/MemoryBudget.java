package org.jointdiffusion.runtime.engine;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * What the networks on a device may take of its memory, by estimate: a network is admitted only if it fits beside the
 * others, and as many rows are computed at once as fit.
 *
 * <p>Nobody waits for memory: whoever holds some could wait for another one and so for ever. The free memory is
 * measured when nothing is admitted, so that what the networks themselves take is not counted twice.
 */
final class MemoryBudget {

    private static final double BYTES_PER_GIGABYTE = 1e9;

    private final String device;
    private final LongSupplier free;
    private long capacity;
    private long admitted;
    private int holds;

    /**
     * A budget of which nothing is taken.
     *
     * @param device for messages
     * @param free measures the bytes that are free on the device; {@link Long#MAX_VALUE} where it cannot be known
     */
    MemoryBudget(final String device, final LongSupplier free) {
        this.device = device;
        this.free = free;
    }

    /**
     * Admits a network.
     *
     * @param kept the bytes that it takes until it is closed
     * @param working the bytes that it takes at least for a moment, for one row
     * @return to be closed when the network is closed
     * @throws EngineException when there is too little memory; says how much
     */
    synchronized Hold admit(final long kept, final long working) {
        if (holds == 0) {
            capacity = free.getAsLong();
        }
        if (working > capacity - admitted - kept) {
            throw new EngineException(String.format(
                    Locale.ROOT,
                    "The network needs %.1f GB of memory or more, and %s has %.1f GB left%s. Choose a smaller network,"
                            + " smaller images or another device%s.",
                    (kept + working) / BYTES_PER_GIGABYTE,
                    device,
                    Math.max(0, capacity - admitted) / BYTES_PER_GIGABYTE,
                    holds == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " beside the %.1f GB that other nodes use",
                                    admitted / BYTES_PER_GIGABYTE),
                    holds == 0 ? "" : ", or execute the node when the others have ended"));
        }
        admitted += kept;
        holds++;
        return new Hold(kept);
    }

    /**
     * How many rows can be computed at once beside what is admitted: so many as wanted, or half of it again and again,
     * at least 1.
     *
     * @param working the bytes that some rows take for a moment
     * @param wanted the number of rows, at least 1
     */
    synchronized int rowsThatFit(final IntToLongFunction working, final int wanted) {
        int rows = wanted;
        while (rows > 1 && working.applyAsLong(rows) > capacity - admitted) {
            rows = (rows + 1) / 2;
        }
        return rows;
    }

    private synchronized void giveBack(final long kept) {
        admitted -= kept;
        holds--;
    }

    /** The share of one network; gives it back once. */
    final class Hold implements AutoCloseable {

        private final long kept;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Hold(final long kept) {
            this.kept = kept;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                giveBack(kept);
            }
        }
    }
}
