package org.jointdiffusion.runtime.engine;

import java.util.Optional;
import java.util.concurrent.Future;

/**
 * A training step that has been asked for.
 *
 * @param <L> what the step measures
 */
public final class PendingStep<L> {

    private static final long POLL_MILLISECONDS = 100;

    private final Future<L> step;

    PendingStep(final Future<L> step) {
        this.step = step;
    }

    /**
     * Waits for the step.
     *
     * @param check runs several times a second; when it throws, the wait ends at once and the native step, which cannot
     *     be stopped half-way, ends in the background
     * @return the losses before the step
     */
    public L await(final Runnable check) {
        while (true) {
            check.run();
            final Optional<L> losses = DeviceQueue.poll(step, POLL_MILLISECONDS);
            if (losses.isPresent()) {
                return losses.get();
            }
        }
    }
}
