package org.jointdiffusion.nodes.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.jointdiffusion.runtime.CancelledException;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

class GuardedExecutionTests {

    @Test
    void cancellingTheRuntimeCancelsTheNode() {
        assertThrows(
                CanceledExecutionException.class,
                () -> GuardedExecution.run(() -> {
                    throw new CancelledException();
                }));
    }

    @Test
    void theReasonWhyKnimeCancelledIsKept() {
        final CanceledExecutionException reason = new CanceledExecutionException("The memory is short.");
        final ExecutionMonitor monitor = new ExecutionMonitor() {
            @Override
            public void checkCanceled() throws CanceledExecutionException {
                throw reason;
            }
        };
        assertSame(
                reason,
                assertThrows(
                        CanceledExecutionException.class,
                        () -> GuardedExecution.run(() -> new NodeProgress(monitor).checkCancelled())));
        assertSame(
                reason,
                assertThrows(
                        CanceledExecutionException.class,
                        () -> GuardedExecution.run(() -> {
                            throw reason;
                        })));
    }

    @Test
    void messageOfAnExceptionIsShown() {
        assertEquals("The file is gone.", messageOf(new IOException("The file is gone.")));
        assertEquals("java.lang.IllegalStateException", messageOf(new IllegalStateException()));
    }

    @Test
    void brokenInstallationIsNamedAsSuch() {
        assertTrue(messageOf(new UnsatisfiedLinkError("libtorch.so")).contains("Install the extension again"));
    }

    @Test
    void fullMemoryIsNamedAsSuch() {
        assertTrue(messageOf(new OutOfMemoryError()).startsWith("The memory of KNIME is full."));
    }

    private static String messageOf(final Throwable throwable) {
        return assertThrows(
                        KNIMEException.class,
                        () -> GuardedExecution.run(() -> {
                            if (throwable instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) throwable;
                        }))
                .getMessage();
    }
}
