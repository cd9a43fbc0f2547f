package org.jointdiffusion.nodes.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jointdiffusion.embedded.workflow.NodeState;
import org.jointdiffusion.embedded.workflow.Workflow;
import org.jointdiffusion.embedded.workflow.WorkflowListener;
import org.jointdiffusion.nodes.testing.NodeJob;
import org.jointdiffusion.nodes.testing.ReadyWorkflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;

/** What docs/batch.md promises to those who execute workflows on servers. */
class BatchExecutionTests {

    private static final List<String> TABLES = List.of(
            "Classifier Predictor (Joint Diffusion)",
            "Conditional Sampler (Joint Diffusion)",
            "Counterfactual Explainer (Joint Diffusion)");

    /** Java asks it before it connects to anything. */
    private static final class Recorder extends ProxySelector {

        private final List<URI> m_asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<Proxy> select(final URI address) {
            m_asked.add(address);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(final URI address, final SocketAddress proxy, final IOException exception) {
            m_asked.add(address);
        }
    }

    private final ExecutorService m_threads = Executors.newFixedThreadPool(2);
    private final ProxySelector m_before = ProxySelector.getDefault();
    private final Recorder m_network = new Recorder();

    @BeforeEach
    void record() {
        ProxySelector.setDefault(m_network);
    }

    @AfterEach
    void stop() {
        ProxySelector.setDefault(m_before);
        m_threads.shutdownNow();
    }

    @Test
    void twoWorkflowsInOneProcessNeedNoWindowAndNoNetworkAndWriteNothing() throws Exception {
        assertTrue(GraphicsEnvironment.isHeadless(), "this test must run with java.awt.headless=true");
        final Path workingFolder = Path.of("").toAbsolutePath();
        final List<String> files = files(ReadyWorkflow.FOLDER);
        final List<String> names = names(workingFolder);

        final Future<List<String>> first = m_threads.submit(BatchExecutionTests::run);
        final Future<List<String>> second = m_threads.submit(BatchExecutionTests::run);
        assertEquals(first.get(), second.get());
        assertTrue(first.get().size() > 100, "rows: " + first.get().size());

        assertEquals(List.of(), m_network.m_asked);
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
        assertEquals(files, files(ReadyWorkflow.FOLDER));
        assertEquals(names, names(workingFolder));
    }

    /** Executes the workflow and returns every row of its tables as text. */
    private static List<String> run() throws Exception {
        final Workflow workflow = ReadyWorkflow.withFewImages();
        workflow.execute(new WorkflowListener() {});
        workflow.nodes().forEach(node -> assertEquals(NodeState.EXECUTED, node.state(), node.name()));
        final List<PortObject> tables = new ArrayList<>();
        for (final String node : TABLES) {
            tables.add(workflow.node(node).output(1));
        }
        return NodeJob.lines(tables);
    }

    private static List<String> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            final List<String> lines = new ArrayList<>();
            for (final Path file : files.sorted().toList()) {
                lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return lines;
        }
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
