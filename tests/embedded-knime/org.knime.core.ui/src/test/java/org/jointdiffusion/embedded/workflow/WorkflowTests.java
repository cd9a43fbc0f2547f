package org.jointdiffusion.embedded.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jointdiffusion.embedded.Tables;
import org.jointdiffusion.embedded.settings.ParametersPersistence;
import org.jointdiffusion.embedded.workflow.TestNodes.Append;
import org.jointdiffusion.embedded.workflow.TestNodes.AppendParameters;
import org.jointdiffusion.embedded.workflow.TestNodes.Fail;
import org.jointdiffusion.embedded.workflow.TestNodes.Forget;
import org.jointdiffusion.embedded.workflow.TestNodes.Late;
import org.jointdiffusion.embedded.workflow.TestNodes.Optionals;
import org.jointdiffusion.embedded.workflow.TestNodes.Refuse;
import org.jointdiffusion.embedded.workflow.TestNodes.Source;
import org.jointdiffusion.embedded.workflow.TestNodes.Wait;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettingsWO;

@Timeout(20)
class WorkflowTests {

    private static final WorkflowListener QUIET = new WorkflowListener() {};

    @TempDir
    private Path directory;

    private WorkflowFiles files;

    @BeforeEach
    void startFiles() {
        files = new WorkflowFiles(directory);
    }

    private static Consumer<NodeSettingsWO> append(final String suffix, final int count) {
        return settings -> {
            final AppendParameters parameters = new AppendParameters();
            parameters.m_suffix = suffix;
            parameters.m_count = count;
            ParametersPersistence.save(parameters, settings.addNodeSettings("model"));
        };
    }

    private static List<String> output(final Workflow workflow, final int node) throws WorkflowException {
        return Tables.rows(
                (BufferedDataTable) workflow.node(Integer.toString(node)).output(1));
    }

    @Test
    void executesNodesInTheOrderOfTheirConnections() throws WorkflowException {
        final Workflow workflow = files.node(1, Append.class, append("!", 2))
                .node(2, Append.class, append("?", 1))
                .node(7, Source.class)
                .connect(7, 1, 2, 1)
                .connect(2, 1, 1, 1)
                .load();
        final List<String> events = new ArrayList<>();
        workflow.execute(new WorkflowListener() {
            @Override
            public void nodeStarted(final WorkflowNode node) {
                events.add("start " + node.id());
            }

            @Override
            public void nodeProgress(final WorkflowNode node, final double fraction, final String message) {
                events.add(fraction + " " + message);
            }

            @Override
            public void nodeFinished(final WorkflowNode node) {
                events.add("end " + node.id());
            }
        });
        assertEquals(
                List.of("start 7", "end 7", "start 2", "0.5 half", "end 2", "start 1", "0.5 half", "end 1"), events);
        assertEquals(List.of("Row0: constant?!!"), output(workflow, 1));
        assertEquals(NodeState.EXECUTED, workflow.node("1").state());
        assertTrue(workflow.node("1").duration().compareTo(Duration.ZERO) > 0);
    }

    @Test
    void executesAgainWithOtherSettings() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Append.class, append("+", 1))
                .connect(1, 1, 2, 1)
                .load();
        workflow.execute(QUIET);
        workflow.setParameter("Append", "suffix", "-");
        workflow.setParameter("Append", "warning", "careful");
        workflow.execute(QUIET);
        assertEquals(List.of("Row0: constant-"), output(workflow, 2));
        assertEquals(Optional.of("careful"), workflow.node("Append").warning());
        workflow.setParameter("Append", "warning", "");
        workflow.execute(QUIET);
        assertEquals(Optional.empty(), workflow.node("Append").warning());
    }

    @Test
    void findsFilesOfTheWorkflow() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/text.txt"), "from a file");
        final Workflow workflow = files.node(1, Source.class).load();
        workflow.setParameter("Source", "location", "knime://knime.workflow/data/text.txt");
        workflow.execute(QUIET);
        assertEquals(List.of("Row0: from a file"), output(workflow, 1));
    }

    @Test
    void namesNodesOfTheSameKindWithTheirNumbers() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Append.class, settings -> {
                    append("+", 1).accept(settings);
                    settings.addNodeSettings("nodeAnnotation").addString("text", "<p>Add a plus</p>");
                })
                .node(3, Append.class, append("-", 1))
                .connect(1, 1, 2, 1)
                .connect(1, 1, 3, 1)
                .load();
        assertEquals("Source", workflow.node("1").name());
        assertEquals("Append #2", workflow.node("2").name());
        assertEquals(3, workflow.node("Append #3").id());
        assertEquals(2, workflow.node("Add a plus").id());
        final WorkflowException exception = assertThrows(WorkflowException.class, () -> workflow.node("Append"));
        assertTrue(exception.getMessage().contains("\"Append #2\", \"Append #3\""), exception.getMessage());
    }

    @Test
    void setsParametersOfEveryType() throws Exception {
        final Workflow workflow = files.node(1, Append.class).load();
        workflow.setParameter("Append", "count", "3");
        workflow.setParameter("Append", "nested/rate", "1e-3");
        workflow.setParameter("Append", "nested/switch", "true");
        workflow.setParameter("Append", "nested/list", "a,b");
        final AppendParameters parameters = ParametersPersistence.load(
                AppendParameters.class, workflow.node("Append").settings());
        assertEquals(3, parameters.m_count);
        assertEquals(1e-3, parameters.m_nested.m_rate);
        assertTrue(parameters.m_nested.m_switch);
        assertEquals(List.of("a", "b"), List.of(parameters.m_nested.m_list));
    }

    @Test
    void listsTheParametersWhenOneIsUnknown() throws WorkflowException {
        final Workflow workflow = files.node(1, Append.class, append("+", 1)).load();
        for (final String unknown : List.of("cuont", "nested", "count/rate", "warning_is_present/x")) {
            final WorkflowException exception =
                    assertThrows(WorkflowException.class, () -> workflow.setParameter("Append", unknown, "3"));
            assertTrue(
                    exception
                            .getMessage()
                            .endsWith("The parameters are: count, nested/list, nested/rate, nested/switch, suffix,"
                                    + " warning."),
                    exception.getMessage());
        }
    }

    @Test
    void rejectsAValueThatDoesNotFitAndKeepsTheOld() throws Exception {
        final Workflow workflow = files.node(1, Append.class, append("+", 1)).load();
        final WorkflowException exception =
                assertThrows(WorkflowException.class, () -> workflow.setParameter("Append", "count", "many"));
        assertTrue(exception.getMessage().contains("\"count\" of the node \"Append\" (#1)"), exception.getMessage());
        assertEquals(1, workflow.node("Append").settings().getInt("count"));
    }

    @Test
    void checksSettingsBeforeAnythingIsExecuted() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Append.class, append("+", -1))
                .connect(1, 1, 2, 1)
                .load();
        final WorkflowException exception = assertThrows(WorkflowException.class, () -> workflow.execute(QUIET));
        assertTrue(exception.getMessage().contains("The count must not be negative."), exception.getMessage());
        assertEquals(NodeState.CONFIGURED, workflow.node("Source").state());
    }

    @Test
    void executesNothingIfANodeCannotBeConfigured() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Refuse.class)
                .connect(1, 1, 2, 1)
                .load();
        final WorkflowException exception = assertThrows(WorkflowException.class, () -> workflow.execute(QUIET));
        assertEquals(
                "The node \"Refuse\" (#2) cannot be executed with its settings and inputs: There is no image column.",
                exception.getMessage());
        assertEquals(NodeState.CONFIGURED, workflow.node("Source").state());
        assertEquals(NodeState.FAILED, workflow.node("Refuse").state());
    }

    @Test
    void executesWhatDoesNotDependOnAFailedNode() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Fail.class)
                .node(3, Append.class, append("+", 1))
                .node(4, Append.class, append("-", 1))
                .connect(1, 1, 2, 1)
                .connect(2, 1, 3, 1)
                .connect(1, 1, 4, 1)
                .load();
        final List<String> failed = new ArrayList<>();
        final WorkflowException exception = assertThrows(
                WorkflowException.class,
                () -> workflow.execute(new WorkflowListener() {
                    @Override
                    public void nodeFailed(final WorkflowNode node, final String message) {
                        failed.add(node.name() + ": " + message);
                    }
                }));
        assertEquals("The node \"Fail\" (#2) failed: There is no luck today.", exception.getMessage());
        assertFalse(exception.isCanceled());
        assertEquals(List.of("Fail: There is no luck today."), failed);
        assertEquals(NodeState.CONFIGURED, workflow.node("3").state());
        assertEquals(List.of("Row0: constant-"), output(workflow, 4));
        assertThrows(IllegalStateException.class, () -> workflow.node("3").output(1));
    }

    @Test
    void configuresANodeOnceItsInputIsKnown() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Late.class)
                .node(3, Refuse.class)
                .node(4, Append.class, append("+", 1))
                .connect(1, 1, 2, 1)
                .connect(2, 1, 3, 1)
                .connect(2, 1, 4, 1)
                .load();
        final WorkflowException exception = assertThrows(WorkflowException.class, () -> workflow.execute(QUIET));
        assertEquals("The node \"Refuse\" (#3) failed: There is no image column.", exception.getMessage());
        assertEquals(List.of("Row0: constant+"), output(workflow, 4));
    }

    @Test
    void reportsAnOutputThatANodeForgot() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Forget.class)
                .connect(1, 1, 2, 1)
                .load();
        final WorkflowException exception = assertThrows(WorkflowException.class, () -> workflow.execute(QUIET));
        assertTrue(exception.getMessage().contains("output port 1"), exception.getMessage());
    }

    @Test
    void stopsWithinTwoSecondsWhenCancelled() throws Exception {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Wait.class)
                .node(3, Append.class, append("+", 1))
                .connect(1, 1, 2, 1)
                .connect(2, 1, 3, 1)
                .load();
        final CompletableFuture<Void> waiting = new CompletableFuture<>();
        final CompletableFuture<WorkflowException> ended = CompletableFuture.supplyAsync(() -> assertThrows(
                WorkflowException.class,
                () -> workflow.execute(new WorkflowListener() {
                    @Override
                    public void nodeStarted(final WorkflowNode node) {
                        if (node.name().equals("Wait")) {
                            waiting.complete(null);
                        }
                    }
                })));
        waiting.get(10, TimeUnit.SECONDS);
        workflow.cancel();
        final WorkflowException exception = ended.get(2, TimeUnit.SECONDS);
        assertTrue(exception.isCanceled());
        assertEquals(NodeState.CONFIGURED, workflow.node("Append").state());
    }

    @Test
    void readsThePortsThatTheUserAdded() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Append.class, append("+", 1))
                .node(3, Optionals.class)
                .node(4, Optionals.class, settings -> settings.addNodeSettings("node_creation_config")
                        .addNodeSettings("More")
                        .addNodeSettings("port_0")
                        .addString("object_class", BufferedDataTable.class.getName()))
                .connect(1, 1, 2, 1)
                .connect(1, 1, 3, 1)
                .connect(1, 1, 4, 1)
                .connect(2, 1, 4, 2)
                .load();
        workflow.execute(QUIET);
        assertEquals(List.of("Row0: constant"), output(workflow, 3));
        assertEquals(List.of("Row0: constant+"), output(workflow, 4));
    }

    @Test
    void orderFollowsFlowVariableConnectionsToo() throws WorkflowException {
        final Workflow workflow = files.node(1, Source.class)
                .node(2, Source.class)
                .connect(2, 0, 1, 0)
                .load();
        workflow.execute(QUIET);
        assertEquals(
                List.of(2, 1), workflow.nodes().stream().map(WorkflowNode::id).toList());
    }
}
