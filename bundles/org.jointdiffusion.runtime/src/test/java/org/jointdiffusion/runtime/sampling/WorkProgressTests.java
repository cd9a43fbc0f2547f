package org.jointdiffusion.runtime.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkProgressTests {

    @Test
    void durationsReadWell() {
        assertEquals("0 s", WorkProgress.duration(0.2));
        assertEquals("59 s", WorkProgress.duration(59.4));
        assertEquals("1 min 00 s", WorkProgress.duration(59.6));
        assertEquals("61 min 01 s", WorkProgress.duration(3661));
    }

    @Test
    void theEstimateFollowsTheRate() {
        final WorkProgress progress = new WorkProgress(null, "Explaining", "rows", 40);
        assertEquals("Explaining: 10 of 40 rows, 30 s left.", progress.message(10, 10));
        assertEquals("Explaining: 10 of 40 rows.", progress.message(10, 0.5));
        assertEquals("Explaining: 40 of 40 rows.", progress.message(40, 90));
    }
}
