package org.jointdiffusion.nodes.bench;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.runtime.model.ModelFile;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Two Learner nodes with different seeds at once, against one after the other: the models are the same to the byte. */
final class TwoLearners {

    private static final int ROWS = 640;

    private static final int SIDE = 28;

    private static final int ROUNDS = 3;

    private TwoLearners() {}

    /** The time of both at once divided by that of one after the other. */
    static List<Double> ratio() throws Exception {
        final List<Callable<byte[]>> learners = List.of(learner(1), learner(2));
        final List<Double> ratios = new ArrayList<>();
        final ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round <= ROUNDS; round++) {
                final long start = System.nanoTime();
                final List<byte[]> alone =
                        List.of(learners.get(0).call(), learners.get(1).call());
                final long middle = System.nanoTime();
                final List<Future<byte[]>> both = threads.invokeAll(learners);
                final long end = System.nanoTime();
                for (int number = 0; number < both.size(); number++) {
                    if (!Arrays.equals(alone.get(number), both.get(number).get())) {
                        throw new IllegalStateException(
                                "Learner " + (number + 1) + " made another model beside the other learner than alone.");
                    }
                }
                System.err.printf(
                        "one after the other: %.2f s, at once: %.2f s%n", (middle - start) / 1e9, (end - middle) / 1e9);
                if (round > 0) {
                    ratios.add((double) (end - middle) / (middle - start));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return ratios;
    }

    private static Callable<byte[]> learner(final long seed) throws Exception {
        final NodeJob learner = NodeJob.learner(TestTables.pictures(ROWS, SIDE), 2, 64, seed);
        return () -> {
            final var outcome = learner.execute(new DefaultNodeProgressMonitor());
            final ByteArrayOutputStream file = new ByteArrayOutputStream();
            ModelFile.write(((JointModelPortObject) outcome.outputs().get(0)).model(), file);
            return file.toByteArray();
        };
    }
}
