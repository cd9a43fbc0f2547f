package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.nodes.testing.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Eight nodes that run at once give, byte for byte, what each gives alone, and the process does not grow. */
class NodesAtOnceTests {

    private static final long MEBIBYTE = 1 << 20;

    /** What caches of the virtual machine and of the allocator may still take after the first rounds. */
    private static final long HEAP_GROWTH = 16 * MEBIBYTE;

    private static final long MEMORY_GROWTH = 192 * MEBIBYTE;

    private static final int WARM_UP_ROUNDS = 3;

    /** {@code -Dload.minutes=60} makes it the hour of docs/security.md. */
    private static final double MOST_SECONDS = 60 * Soak.loadMinutes();

    private final ExecutorService m_threads = Executors.newFixedThreadPool(8);

    @TempDir
    private Path m_folder;

    @AfterEach
    void stop() {
        m_threads.shutdownNow();
    }

    @Test
    void eightNodesAtOnceGiveWhatEachGivesAlone() throws Exception {
        final List<NodeJob> jobs = jobs();
        final List<List<String>> alone = new ArrayList<>();
        for (final NodeJob job : jobs) {
            alone.add(NodeJob.lines(job.execute(new DefaultNodeProgressMonitor())));
        }
        final long start = System.nanoTime();
        final int rounds = Soak.cases(1, Integer.MAX_VALUE);
        Traces traces = null;
        long heap = 0;
        final List<Long> resident = new ArrayList<>();
        int done = 0;
        while (done < rounds && (System.nanoTime() - start) / 1e9 < MOST_SECONDS) {
            runAtOnce(jobs, alone);
            done++;
            // waits for what is given back in later turns
            final Traces now = Traces.now(m_folder);
            // also gives back what the heap does not need, which would count for the process
            final long used = usedHeap();
            if (done == Math.min(WARM_UP_ROUNDS, rounds)) {
                traces = now;
                heap = used;
            }
            if (done >= WARM_UP_ROUNDS) {
                resident.add(residentBytes());
            }
        }
        Traces.assertNoMoreThan(traces, m_folder);
        final long heapGrowth = usedHeap() - heap;
        final long memoryGrowth = growth(resident);
        System.out.printf(
                "%d rounds of %d nodes at once: heap %+d KiB, process %+d KiB.%n",
                done, jobs.size(), heapGrowth >> 10, memoryGrowth >> 10);
        assertTrue(heapGrowth < HEAP_GROWTH, "the heap grew by " + heapGrowth + " bytes");
        assertTrue(memoryGrowth < MEMORY_GROWTH, "the process grew by " + memoryGrowth + " bytes");
    }

    /**
     * By how much the process grew from the first third of the rounds to the last: the smallest size of each, since the
     * allocator keeps more or less of what it had from round to round.
     */
    private static long growth(final List<Long> resident) {
        final int third = resident.size() / 3;
        if (third == 0) {
            return 0;
        }
        return Collections.min(resident.subList(resident.size() - third, resident.size()))
                - Collections.min(resident.subList(0, third));
    }

    private void runAtOnce(final List<NodeJob> jobs, final List<List<String>> alone) throws Exception {
        final List<Future<List<String>>> results = new ArrayList<>();
        for (final NodeJob job : jobs) {
            results.add(m_threads.submit(() -> NodeJob.lines(job.execute(new DefaultNodeProgressMonitor()))));
        }
        for (int number = 0; number < jobs.size(); number++) {
            assertEquals(
                    alone.get(number),
                    results.get(number).get(),
                    jobs.get(number).name());
        }
    }

    private static List<NodeJob> jobs() throws Exception {
        final JointModelPortObject model = TestModels.barsAndDots();
        return List.of(
                NodeJob.learner(24, 1, 1),
                NodeJob.predictor(model, 100),
                NodeJob.sampler(model, 3, 8, 1),
                NodeJob.explainer(model, TestTables.pictures(1), 4, 1),
                NodeJob.learner(40, 1, 2),
                NodeJob.predictor(model, 33),
                NodeJob.sampler(model, 1, 12, 2),
                NodeJob.explainer(model, TestTables.pictures(2), 3, 2));
    }

    private static long usedHeap() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The memory of the process in bytes, 0 where the system does not tell. */
    private static long residentBytes() throws Exception {
        final Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
