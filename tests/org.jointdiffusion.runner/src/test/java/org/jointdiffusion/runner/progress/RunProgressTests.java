package org.jointdiffusion.runner.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProgressTests {

    private final List<String> m_shown = new ArrayList<>();
    private Instant m_now = Instant.parse("2026-11-24T09:30:00Z");

    private final RunProgress m_progress = new RunProgress(
            new ProgressDisplay() {
                @Override
                public void status(final String text) {
                    m_shown.add("status: " + text);
                }

                @Override
                public void line(final String text) {
                    m_shown.add("line: " + text);
                }
            },
            8,
            () -> m_now);

    @Test
    void tellsWhichNodeRunsHowFarItIsAndHowLongItWillTake() {
        m_progress.started("Reader");
        m_progress.finished("Reader", Optional.empty());
        m_progress.started("Learner");
        m_now = m_now.plusSeconds(30);
        m_progress.progressed("Learner", 0.25, "epoch 5");
        m_now = m_now.plusSeconds(90);
        m_progress.finished("Learner", Optional.of("Two rows were left out."));
        assertEquals(
                List.of(
                        "status: [1/8] Reader",
                        "line: [1/8] Reader: done in 0.00 s",
                        "status: [2/8] Learner",
                        "status: [2/8] Learner   25 %, 1:30 left  epoch 5",
                        "line: [2/8] Learner: done in 2 min 00 s",
                        "line:       Warning: Two rows were left out."),
                m_shown);
    }

    @Test
    void givesNoRemainingTimeAtTheVeryStartAndAtTheEnd() {
        m_progress.started("Learner");
        m_now = m_now.plusSeconds(10);
        m_progress.progressed("Learner", 0.01, "");
        m_now = m_now.plusSeconds(1);
        m_progress.progressed("Learner", 1, null);
        assertEquals(
                List.of("status: [1/8] Learner", "status: [1/8] Learner    1 %", "status: [1/8] Learner  100 %"),
                m_shown);
    }

    @Test
    void showsTenReportsASecondAtMost() {
        m_progress.started("Reader");
        for (var row = 0; row < 1000; row++) {
            m_progress.progressed("Reader", row / 1000.0, "");
            m_now = m_now.plusMillis(1);
        }
        assertEquals(1 + 10, m_shown.size());
    }

    @Test
    void leavesTheRemainingTimeToTheNodeIfItTellsIt() {
        m_progress.started("Learner");
        m_now = m_now.plusSeconds(10);
        m_progress.progressed("Learner", 0.5, "Step 10, 20 s left");
        assertEquals("status: [1/8] Learner   50 %  Step 10, 20 s left", m_shown.get(1));
    }

    @Test
    void tellsAFailure() {
        m_progress.started("Learner");
        m_now = m_now.plusSeconds(2);
        m_progress.failed("Learner");
        assertEquals("line: [1/8] Learner: failed after 2.0 s", m_shown.get(1));
    }

    @Test
    void projectsTheRemainingTime() {
        assertEquals("0:10", RunProgress.remaining(Duration.ofSeconds(10), 0.5));
        assertEquals("99:00", RunProgress.remaining(Duration.ofSeconds(60), 0.01));
    }
}
