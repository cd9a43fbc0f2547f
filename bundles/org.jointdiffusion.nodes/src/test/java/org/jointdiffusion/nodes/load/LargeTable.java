package org.jointdiffusion.nodes.load;

import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.TestModels;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Predicts a large table; a program of its own, so that it can be given a small heap. */
final class LargeTable {

    private LargeTable() {}

    /** The one argument is the number of rows; prints a sum over the results. */
    public static void main(final String[] arguments) throws Exception {
        final NodeJob job = NodeJob.predictor(TestModels.barsAndDots(), Integer.parseInt(arguments[0]));
        final var lines = NodeJob.lines(job.execute(new DefaultNodeProgressMonitor()));
        System.out.println(lines.size() + " rows, " + lines.hashCode());
    }
}
