package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the parts of one piece of work side by side, each on a thread of its own.
 *
 * <p>A step has thousands of short parallel loops, and threads that share each of them wait for each other thousands of
 * times. Threads that take some of the rows each and share nothing wait once. What a row gives is the same either way:
 * nothing in the network mixes rows.
 */
final class Lanes {

    /** Fewer rows do not fill the processor's vector units, and preparing a call counts. */
    private static final int FEWEST_ROWS = 8;

    private final ThreadPoolExecutor executor;
    private final int count;

    /**
     * Starts the threads.
     *
     * @param device for the threads' names
     * @param count how many parts run at once, at least 1
     * @param threads how many threads each part computes with, at least 1
     */
    Lanes(final String device, final int count, final int threads) {
        this.count = count;
        executor = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            final Thread thread = new Thread(task, "Joint Diffusion part on " + device);
            thread.setDaemon(true);
            thread.setContextClassLoader(Engine.class.getClassLoader());
            return thread;
        });
        if (count > 1) {
            setThreads(threads);
        }
    }

    /** The largest number of parts. */
    int count() {
        return count;
    }

    /** Into how many parts so many rows are divided: 1 means that dividing does not pay. */
    int parts(final int rows) {
        return Math.max(1, Math.min(count, rows / FEWEST_ROWS));
    }

    /**
     * Runs all parts and waits for them, also when one fails.
     *
     * @return the results in the order of the parts
     */
    <T> List<T> run(final List<Supplier<T>> parts) {
        final List<Future<T>> running =
                parts.stream().map(part -> executor.submit(part::get)).toList();
        final List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (final Future<T> part : running) {
            try {
                results.add(part.get());
            } catch (final ExecutionException exception) {
                failure = exception.getCause();
            } catch (final InterruptedException exception) {
                throw new IllegalStateException("Nobody interrupts the threads of a device.", exception);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            // as it is: whoever waits for the turn translates it
            throw (RuntimeException) failure;
        }
        return results;
    }

    /** Ends the threads; nothing may be running. */
    void stop() {
        executor.shutdown();
    }

    /** PyTorch takes the number for the calling thread only, hence once on each: the barrier holds them all. */
    private void setThreads(final int threads) {
        final CyclicBarrier barrier = new CyclicBarrier(count);
        final List<Supplier<Boolean>> all = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) {
            all.add(() -> {
                await(barrier);
                ComputeThreads.use(threads);
                return true;
            });
        }
        run(all);
    }

    private static void await(final CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (final InterruptedException | BrokenBarrierException exception) {
            throw new IllegalStateException("Nobody interrupts the threads of a device.", exception);
        }
    }
}
