package org.jointdiffusion.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What one piece of work may cost.
 *
 * <p>Counted are the thread's own processor time and allocations, so that a busy machine changes nothing.
 *
 * @param seconds the most processor time
 * @param bytes the most that may be allocated in all, garbage included
 */
public record Bounds(double seconds, long bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The longest that anything may take on one core before it counts as hanging. */
    public static final double HANG_SECONDS = 2;

    /** Bounds of a number of mebibytes. */
    public static Bounds mebibytes(final int number) {
        return new Bounds(HANG_SECONDS, (long) number << 20);
    }

    /** Does the work and fails when it costs more. */
    public <T> T check(final String what, final Supplier<T> work) {
        final long thread = Thread.currentThread().getId();
        final long time = THREADS.getCurrentThreadCpuTime();
        final long allocated = THREADS.getThreadAllocatedBytes(thread);
        final T result = work.get();
        final long more = THREADS.getThreadAllocatedBytes(thread) - allocated;
        final double longer = (THREADS.getCurrentThreadCpuTime() - time) / 1e9;
        assertTrue(more <= bytes, () -> what + " allocated " + (more >> 10) + " KiB, allowed " + (bytes >> 10));
        assertTrue(longer <= seconds, () -> what + " took " + longer + " s, allowed " + seconds);
        return result;
    }
}
