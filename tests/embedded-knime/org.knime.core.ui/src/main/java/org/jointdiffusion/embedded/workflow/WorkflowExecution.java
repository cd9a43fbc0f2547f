package org.jointdiffusion.embedded.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.core.RunningWorkflow;
import org.jointdiffusion.embedded.workflow.NodePorts.Port;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** One execution of a workflow. */
final class WorkflowExecution {

    private final Path directory;
    private final List<WorkflowNode> nodes;
    private final List<Connection> connections;
    private final WorkflowListener listener;
    private final List<String> failures = new ArrayList<>();
    private volatile boolean canceled;
    private volatile ExecutionProgress progress;

    WorkflowExecution(
            final Path directory,
            final List<WorkflowNode> nodes,
            final List<Connection> connections,
            final WorkflowListener listener) {
        this.directory = directory;
        this.nodes = nodes;
        this.connections = connections;
        this.listener = listener;
    }

    void cancel() {
        canceled = true;
        final ExecutionProgress current = progress;
        if (current != null) {
            current.setExecuteCanceled();
        }
    }

    void run() throws WorkflowException {
        try (RunningWorkflow scope = RunningWorkflow.enter(directory)) {
            configureAll();
            executeAll();
        }
        if (!failures.isEmpty()) {
            throw new WorkflowException(String.join(System.lineSeparator(), failures));
        }
    }

    private void configureAll() throws WorkflowException {
        for (final WorkflowNode node : nodes) {
            checkConnected(node);
            node.reset();
            final PortObjectSpec[] specs = specsOf(node);
            // a spec may be known only after the node before was executed
            if (!Arrays.asList(specs).contains(null)) {
                configure(node, specs);
            }
        }
    }

    private void executeAll() throws WorkflowException {
        for (final WorkflowNode node : nodes) {
            if (sources(node).stream().allMatch(source -> source.state() == NodeState.EXECUTED)) {
                execute(node);
            }
        }
    }

    private void configure(final WorkflowNode node, final PortObjectSpec[] specs) throws WorkflowException {
        try {
            node.configure(specs);
        } catch (InvalidSettingsException | RuntimeException exception) {
            listener.nodeFailed(node, message(exception));
            throw new WorkflowException(
                    "The node " + node.label() + " cannot be executed with its settings and inputs: "
                            + message(exception),
                    exception);
        }
    }

    private void execute(final WorkflowNode node) throws WorkflowException {
        final PortObject[] inputs = new PortObject[node.ports().inputs().size()];
        for (int port = 0; port < inputs.length; port++) {
            final Connection connection = inputConnection(node, port + 1).orElseThrow();
            inputs[port] = source(connection).output(connection.sourcePort());
        }
        progress = new ExecutionProgress(node, listener);
        if (canceled) {
            throw WorkflowException.canceled(node);
        }
        listener.nodeStarted(node);
        try {
            node.configure(specsOf(node));
            node.execute(inputs, new ExecutionContext(progress, null));
            listener.nodeFinished(node);
        } catch (CanceledExecutionException exception) {
            throw WorkflowException.canceled(node);
        } catch (Exception | LinkageError exception) {
            listener.nodeFailed(node, message(exception));
            failures.add("The node " + node.label() + " failed: " + message(exception));
        } finally {
            progress = null;
        }
    }

    private void checkConnected(final WorkflowNode node) throws WorkflowException {
        final List<Port> ports = node.ports().inputs();
        for (int port = 1; port <= ports.size(); port++) {
            if (inputConnection(node, port).isEmpty()) {
                throw new WorkflowException(
                        "The input port " + port + " (" + ports.get(port - 1).name() + ") of the node " + node.label()
                                + " is not connected. Connect it in KNIME.");
            }
        }
    }

    private PortObjectSpec[] specsOf(final WorkflowNode node) {
        final PortObjectSpec[] specs = new PortObjectSpec[node.ports().inputs().size()];
        for (int port = 0; port < specs.length; port++) {
            final Connection connection = inputConnection(node, port + 1).orElseThrow();
            specs[port] = source(connection).outputSpec(connection.sourcePort());
        }
        return specs;
    }

    private Optional<Connection> inputConnection(final WorkflowNode node, final int port) {
        return connections.stream()
                .filter(connection -> !connection.isFlowVariable())
                .filter(connection -> connection.targetId() == node.id() && connection.targetPort() == port)
                .findFirst();
    }

    private List<WorkflowNode> sources(final WorkflowNode node) {
        return connections.stream()
                .filter(connection -> connection.targetId() == node.id())
                .map(this::source)
                .toList();
    }

    private WorkflowNode source(final Connection connection) {
        return nodes.stream()
                .filter(node -> node.id() == connection.sourceId())
                .findFirst()
                .orElseThrow();
    }

    /** Returns the message; for errors of the program, which no user is meant to see, with their kind. */
    private static String message(final Throwable problem) {
        final boolean isForUsers = !(problem instanceof RuntimeException) && !(problem instanceof Error);
        return isForUsers && problem.getMessage() != null ? problem.getMessage() : problem.toString();
    }
}
