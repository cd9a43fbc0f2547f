package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProgressTests {
    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();
    private final ExecutionMonitor m_monitor = new ExecutionMonitor(m_progress);

    @Test
    void partsAddUpToTheWhole() {
        final ExecutionMonitor first = m_monitor.createSubProgress(0.4);
        final ExecutionMonitor second = m_monitor.createSubProgress(0.6);
        first.setProgress(0.5);
        assertEquals(0.2, m_progress.getProgress(), 1e-12);
        first.setProgress(1.0);
        second.createSubProgress(0.5).setProgress(1.0);
        assertEquals(0.7, m_progress.getProgress(), 1e-12);
    }

    @Test
    void ignoresProgressOutsideZeroToOne() {
        m_monitor.setProgress(0.3);
        m_monitor.setProgress(1.5);
        m_monitor.setProgress(Double.NaN);
        assertEquals(0.3, m_progress.getProgress());
    }

    @Test
    void silentPartsKeepTheirMessages() {
        m_monitor.setProgress(0.1, () -> "training");
        m_monitor.createSilentSubProgress(0.5).setProgress(0.5, "detail");
        assertEquals("training", m_progress.getMessage());
        assertEquals(0.35, m_progress.getProgress(), 1e-12);
    }

    @Test
    void cancelReachesEveryPart() {
        final ExecutionMonitor part = m_monitor.createSubProgress(0.5).createSilentSubProgress(0.5);
        assertDoesNotThrow(part::checkCanceled);
        m_progress.setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, part::checkCanceled);
    }

    @Test
    void anInterruptedThreadIsCanceled() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CanceledExecutionException.class, m_monitor::checkCanceled);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void refusesSharesOutsideZeroToOne() {
        assertThrows(IllegalArgumentException.class, () -> m_monitor.createSubProgress(1.5));
    }
}
