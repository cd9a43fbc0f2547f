package org.jointdiffusion.nodes.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodesBenchTests {

    @Test
    void aLineHoldsMedianMinimumAndMaximum() {
        assertEquals("a\t2.000\t1.000\t9.000\tunit", NodesBench.line("a", List.of(9.0, 1.0, 2.0), "unit"));
        assertEquals("a\t3.000\t1.000\t9.000\tunit", NodesBench.line("a", List.of(9.0, 1.0, 2.0, 4.0), "unit"));
    }

    @Test
    void bothWaysOfPredictingSeeTheSameImages() throws Exception {
        assertEquals(PredictionSpeed.ofNode(300), PredictionSpeed.withoutNode(300));
    }
}
