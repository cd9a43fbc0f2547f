package org.jointdiffusion.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.function.Executable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.NodeProgressMonitor;

/** Cancels a node while it works and measures how long it takes to stop. */
public final class Cancelling {

    private static final double SECONDS_ALLOWED = 2;

    private Cancelling() {}

    /** Work that is given the progress monitor of its node. */
    @FunctionalInterface
    public interface Work {
        void run(NodeProgressMonitor progress) throws Exception;
    }

    /** Cancels the work once its progress is beyond a fraction; fails if it goes on, or stops too slowly. */
    public static void assertStopsSoon(final double fraction, final Work work) {
        final AtomicLong cancelled = new AtomicLong();
        final NodeProgressMonitor progress = new DefaultNodeProgressMonitor() {
            @Override
            public void setProgress(final double value, final String message) {
                super.setProgress(value, message);
                if (value > fraction && cancelled.compareAndSet(0, System.nanoTime())) {
                    setExecuteCanceled();
                }
            }
        };
        final Executable executable = () -> work.run(progress);
        assertThrows(CanceledExecutionException.class, executable);
        final double seconds = (System.nanoTime() - cancelled.get()) / 1e9;
        assertTrue(cancelled.get() > 0 && seconds < SECONDS_ALLOWED, "The node took " + seconds + " s to stop.");
    }
}
