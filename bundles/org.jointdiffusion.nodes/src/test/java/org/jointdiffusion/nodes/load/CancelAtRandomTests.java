package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.Soak;
import org.jointdiffusion.nodes.testing.Stopwatch;
import org.jointdiffusion.nodes.testing.TestImages;
import org.jointdiffusion.nodes.testing.TestModels;
import org.jointdiffusion.nodes.testing.TestTables;
import org.jointdiffusion.nodes.testing.Traces;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Whenever a node is cancelled it ends within two seconds, leaves nothing behind, and works again afterwards. */
class CancelAtRandomTests {

    private static final double SECONDS_ALLOWED = 2;

    private static final int MOST_RUNS_PER_CASE = 8;

    private final ScheduledExecutorService m_clock = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path m_folder;

    @AfterEach
    void stop() {
        m_clock.shutdownNow();
    }

    @Test
    void nodesEndSoonAndLeaveNothingBehind() throws Exception {
        final List<NodeJob> jobs = jobs();
        final long[] nanoseconds = new long[jobs.size()];
        final List<List<String>> results = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            // the second run tells the time, the first one loads classes
            jobs.get(job).execute(new DefaultNodeProgressMonitor());
            final long start = System.nanoTime();
            results.add(NodeJob.lines(jobs.get(job).execute(new DefaultNodeProgressMonitor())));
            nanoseconds[job] = System.nanoTime() - start;
        }
        m_clock.submit(() -> {}).get();
        final Traces before = Traces.now(m_folder);
        final long files = files();
        final SplittableRandom random = new SplittableRandom(11);
        final int cases = Soak.cases(18, 200);
        int runs = 0;
        int cancelled = 0;
        double slowest = 0;
        while (cancelled < cases && runs < MOST_RUNS_PER_CASE * cases) {
            final int job = runs++ % jobs.size();
            final long start = System.nanoTime();
            final double seconds = cancelAfter(random.nextLong(nanoseconds[job]), jobs.get(job));
            if (seconds >= 0) {
                cancelled++;
                slowest = Math.max(slowest, seconds);
            } else {
                // faster than ever before: later moments would come too late again
                nanoseconds[job] = Math.min(nanoseconds[job], System.nanoTime() - start);
            }
        }
        assertEquals(cases, cancelled, "cancelled in " + runs + " runs");
        Traces.assertNoMoreThan(before, m_folder);
        assertEquals(files, files());
        for (int job = 0; job < jobs.size(); job++) {
            assertEquals(
                    results.get(job),
                    NodeJob.lines(jobs.get(job).execute(new DefaultNodeProgressMonitor())),
                    jobs.get(job).name());
        }
        System.out.printf("Cancelled %d of %d runs, the slowest end took %.2f s.%n", cancelled, runs, slowest);
    }

    private List<NodeJob> jobs() throws Exception {
        for (int number = 0; number < 60; number++) {
            final Path file = m_folder.resolve(TestImages.className(number) + "/" + number + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, PngEncoder.encode(TestImages.picture(number, 64, 64)));
        }
        final JointModelPortObject model = TestModels.barsAndDots();
        final NodeJob explainer = NodeJob.explainer(model, TestTables.pictures(1), 4, 1);
        final Path file = m_folder.resolve("model.safetensors");
        final NodeJob writer = NodeJob.writer(large(), file);
        writer.execute(new DefaultNodeProgressMonitor());
        return List.of(
                NodeJob.learner(16, 1, 1),
                NodeJob.predictor(model, 200),
                NodeJob.sampler(model, 2, 20, 1),
                explainer,
                NodeJob.reader(m_folder),
                NodeJob.scorer(model, 12),
                NodeJob.comparison((BufferedDataTable) explainer
                        .execute(new DefaultNodeProgressMonitor())
                        .outputs()
                        .get(0)),
                writer,
                NodeJob.modelReader(file));
    }

    /** A model whose file takes a moment to be read and written: 30 MB. */
    private static JointModelPortObject large() {
        final NetworkConfiguration network =
                new NetworkConfiguration(new ImageShape(1, 8, 8), 2, 64, List.of(1, 2, 4), 2, List.of(), 2, 2, 0, 0);
        return TestModels.model(network, List.of("bar", "dot"), TargetType.STRING);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(m_folder)) {
            return files.count();
        }
    }

    /** The seconds from the cancelling to the end of the node; -1 when the node was done before. */
    private double cancelAfter(final long nanoseconds, final NodeJob job) throws Exception {
        final var progress = new DefaultNodeProgressMonitor();
        final AtomicReference<Stopwatch> sinceCancelled = new AtomicReference<>();
        final var cancelling = m_clock.schedule(
                () -> {
                    sinceCancelled.set(new Stopwatch());
                    progress.setExecuteCanceled();
                },
                nanoseconds,
                TimeUnit.NANOSECONDS);
        try {
            job.execute(progress);
            cancelling.cancel(false);
            return -1;
        } catch (final CanceledExecutionException e) {
            final double seconds = sinceCancelled.get().seconds();
            assertTrue(seconds < SECONDS_ALLOWED, job.name() + " took " + seconds + " s to end");
            return seconds;
        }
    }
}
