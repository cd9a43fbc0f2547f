package org.jointdiffusion.runtime.engine;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jointdiffusion.runtime.CancelledException;

/**
 * One device's turns: work runs one piece at a time, in the order in which it was asked for.
 *
 * <p>All native work of a device happens on one thread, so that OpenMP keeps one team of threads and the engine's
 * thread-local state is always the same; only the rows of large batches are divided among {@link Lanes}. A piece of
 * work is at most one step, so that turns are fair.
 */
final class DeviceQueue {

    /** More would leave each with a handful of rows. */
    private static final int MOST_PARTS = 8;

    private final ThreadPoolExecutor executor;
    private final Lanes lanes;

    /**
     * A queue that divides work into parts for so many threads, if it can be divided.
     *
     * @param threads the threads of the whole device; 1 divides nothing
     */
    DeviceQueue(final String device, final int threads) {
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            final Thread thread = new Thread(task, "Joint Diffusion on " + device);
            thread.setDaemon(true);
            // DJL finds its engine and natives only through the context class loader
            thread.setContextClassLoader(Engine.class.getClassLoader());
            return thread;
        });
        final int count = Math.min(threads, MOST_PARTS);
        lanes = new Lanes(device, count, threads / count);
        if (count > 1) {
            call(() -> {
                ComputeThreads.use(threads);
                return null;
            });
        }
    }

    /** Where the parts of a turn run; to be used during a turn only. */
    Lanes lanes() {
        return lanes;
    }

    /**
     * Waits for a turn and runs the work.
     *
     * <p>An interrupt does not leave the turn (a native step cannot be stopped half-way); it is kept for the caller.
     *
     * @throws EngineException when the engine was stopped, or when native code failed
     */
    <T> T call(final Supplier<T> work) {
        return await(begin(work));
    }

    /** Asks for a turn without waiting for it; the result comes through {@link #poll}. */
    <T> Future<T> begin(final Supplier<T> work) {
        final FutureTask<T> task = new FutureTask<>(work::get);
        try {
            executor.execute(task);
        } catch (final RejectedExecutionException exception) {
            throw stopped(exception);
        }
        return task;
    }

    /** The result, if it comes within the given time; throws like {@link #call}. */
    static <T> Optional<T> poll(final Future<T> task, final long milliseconds) {
        try {
            return Optional.of(task.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (final TimeoutException exception) {
            return Optional.empty();
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final CancellationException exception) {
            throw stopped(exception);
        } catch (final ExecutionException exception) {
            throw NativeFailure.translate(exception.getCause());
        }
    }

    /** Runs the work in its turn without waiting for it; ignored once the queue is stopped. */
    void submit(final Runnable work) {
        try {
            executor.execute(work);
        } catch (final RejectedExecutionException exception) {
            // the process is ending: its memory goes back to the system anyway
        }
    }

    /** Takes no more work, turns away what is waiting and waits for the running step, at most the given seconds. */
    void stop(final int seconds) {
        executor.shutdown();
        final List<Runnable> waiting = new ArrayList<>();
        executor.getQueue().drainTo(waiting);
        for (final Runnable work : waiting) {
            if (work instanceof Future<?> task) {
                task.cancel(false);
            }
        }
        try {
            executor.awaitTermination(seconds, TimeUnit.SECONDS);
            lanes.stop();
        } catch (final InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(final Future<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (final InterruptedException exception) {
                    interrupted = true;
                } catch (final CancellationException exception) {
                    throw stopped(exception);
                } catch (final ExecutionException exception) {
                    throw NativeFailure.translate(exception.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EngineException stopped(final Exception cause) {
        return new EngineException("The engine was stopped because the application is closing.", cause);
    }
}
