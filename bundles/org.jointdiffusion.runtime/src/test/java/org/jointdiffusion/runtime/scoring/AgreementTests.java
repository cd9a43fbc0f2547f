package org.jointdiffusion.runtime.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgreementTests {

    @Test
    void sharesAreThoseOfTheSamplesAskedFor() {
        final Agreement agreement = Agreement.of(new int[] {0, 0, 0, 1, 1}, new int[] {0, 1, 0, 1, 2}, 3);
        assertEquals(5, agreement.samples());
        assertEquals(0.6, agreement.share(), 1e-15);
        assertEquals(2.0 / 3, agreement.share(0), 1e-15);
        assertEquals(0.5, agreement.share(1), 1e-15);
        assertTrue(Double.isNaN(agreement.share(2)));
    }
}
