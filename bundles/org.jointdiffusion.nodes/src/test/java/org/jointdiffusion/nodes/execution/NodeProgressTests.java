package org.jointdiffusion.nodes.execution;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jointdiffusion.runtime.CancelledException;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

class NodeProgressTests {

    private final DefaultNodeProgressMonitor m_monitor = new DefaultNodeProgressMonitor();

    private final NodeProgress m_progress = new NodeProgress(new ExecutionMonitor(m_monitor));

    @Test
    void partsAreShownWithinTheWhole() {
        m_progress.part(0.2, 0.6).part(0.5, 1).report(0.5, "half of the second half");

        assertEquals(0.5, m_monitor.getProgress(), 1e-9);
        assertEquals("half of the second half", m_monitor.getMessage());
    }

    @Test
    void fractionsOutsideTheRangeAreCut() {
        m_progress.part(0, 0.5).report(7, "too much");

        assertEquals(0.5, m_monitor.getProgress(), 1e-9);
    }

    @Test
    void othersOnTheDeviceAreNamed() {
        final RuntimeService service = RuntimeService.shared();
        try (DeviceUse mine = service.use(Device.cpu(), "Conditional Sampler")) {
            final NodeProgress progress = m_progress.part(0, 0.5).sharing(mine);
            try (DeviceUse other = service.use(Device.cpu(), "Joint Diffusion Learner")) {
                progress.part(0, 1).report(0, "image 1 of 10");
                assertEquals("image 1 of 10 (takes turns with Joint Diffusion Learner)", m_monitor.getMessage());
                try (DeviceUse another = service.use(Device.cpu(), "Joint Diffusion Learner")) {
                    progress.report(0, "image 2 of 10");
                    assertEquals(
                            "image 2 of 10 (takes turns with Joint Diffusion Learner and 1 more)",
                            m_monitor.getMessage());
                }
            }
            progress.report(0, "image 3 of 10");
            assertEquals("image 3 of 10", m_monitor.getMessage());
        }
    }

    @Test
    void cancelReachesTheRuntime() {
        assertDoesNotThrow(m_progress::checkCancelled);
        m_monitor.setExecuteCanceled();

        assertThrows(CancelledException.class, m_progress.part(0, 0.5)::checkCancelled);
    }
}
