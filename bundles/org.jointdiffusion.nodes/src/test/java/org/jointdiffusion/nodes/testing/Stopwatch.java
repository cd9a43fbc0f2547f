package org.jointdiffusion.nodes.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Measures time without what other programs took.
 *
 * <p>On Linux the time in which this process could have run but had no processor is left out, so that a promise of
 * seconds can be tested on a busy machine.
 */
public final class Stopwatch {

    private static final Path THREADS = Path.of("/proc/self/task");

    private final long m_start = System.nanoTime();

    private final long m_waited = waited();

    /** The seconds since this was made, without those for which this process waited for a processor. */
    public double seconds() {
        return (System.nanoTime() - m_start - Math.max(0, waited() - m_waited)) / 1e9;
    }

    /** The nanoseconds that the threads which are alive have waited for a processor; 0 where nobody counts them. */
    private static long waited() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        try (Stream<Path> threads = Files.list(THREADS)) {
            return threads.mapToLong(Stopwatch::waited).sum();
        } catch (final IOException e) {
            return 0;
        }
    }

    private static long waited(final Path thread) {
        try {
            // time on a processor, time of waiting for one, number of turns
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[1]);
        } catch (final IOException e) {
            // it has ended meanwhile
            return 0;
        }
    }
}
