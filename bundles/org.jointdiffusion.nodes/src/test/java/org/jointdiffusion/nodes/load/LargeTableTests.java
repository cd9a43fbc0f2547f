package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jointdiffusion.nodes.testing.ChildProcess;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Predictions of a large table need no more memory than the table, and do not depend on the number of threads. */
@EnabledIfSystemProperty(named = "soak", matches = "true")
class LargeTableTests {

    /** The embedded host keeps tables in memory, some 1.5 KiB a row; KNIME itself keeps them on disk. */
    private static final String HEAP = "-Xmx384m";

    @Test
    void aHundredThousandRowsArePredictedWithASmallHeap() throws Exception {
        final int rows = Soak.cases(1000, 100_000);
        assertTrue(run(rows, 1).startsWith(rows + " rows, "));
    }

    @Test
    void oneThreadAndTwoGiveTheSame() throws Exception {
        assertEquals(run(2000, 1), run(2000, 2));
        final var here = NodeJob.lines(
                NodeJob.predictor(TestModels.barsAndDots(), 2000).execute(new DefaultNodeProgressMonitor()));
        assertEquals(here.size() + " rows, " + here.hashCode(), run(2000, 1));
    }

    private static String run(final int rows, final int threads) throws Exception {
        return ChildProcess.run(
                LargeTable.class,
                List.of(HEAP),
                Map.of("OMP_NUM_THREADS", Integer.toString(threads)),
                Integer.toString(rows));
    }
}
