package org.jointdiffusion.embedded.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;

/**
 * A workflow in KNIME's on-disk format that the embedded host executes without a user interface.
 *
 * <p>The host has no metanodes, components, loops or saved results: a workflow always starts reset. Of flow variables
 * it has those of the workflow itself. Nodes run one after the other in the calling thread.
 */
public final class Workflow {

    private final Path directory;
    private final List<WorkflowNode> nodes;
    private final List<Connection> connections;
    private final FlowVariables variables;
    private volatile WorkflowExecution execution;

    private Workflow(final Path directory, final WorkflowReader.Content content) throws WorkflowException {
        this.directory = directory;
        this.connections = content.connections();
        this.variables = content.variables();
        this.nodes = ExecutionOrder.of(content.nodes(), connections);
    }

    /**
     * Loads a workflow.
     *
     * @param directory the directory that contains {@code workflow.knime}
     * @throws WorkflowException if it does not exist, is damaged, or has a node that is not installed or set wrongly
     */
    public static Workflow load(final Path directory) throws WorkflowException {
        final Path absolute = directory.toAbsolutePath().normalize();
        final Workflow workflow = new Workflow(absolute, new WorkflowReader(absolute).read());
        for (final WorkflowNode node : workflow.nodes) {
            if (workflow.nodes.stream().anyMatch(other -> other != node && hasNameOf(other, node))) {
                node.appendIdToName();
            }
        }
        for (final WorkflowNode node : workflow.nodes) {
            try {
                node.loadSettings();
                node.overwriteSettings(workflow.variables);
            } catch (InvalidSettingsException exception) {
                throw new WorkflowException(
                        "The settings of the node " + node.label() + " are invalid: " + exception.getMessage()
                                + " Open its dialog in KNIME and save the workflow again.",
                        exception);
            }
        }
        return workflow;
    }

    public String name() {
        return directory.getFileName().toString();
    }

    public Path directory() {
        return directory;
    }

    /** Returns all nodes, in an order in which they can be executed. */
    public List<WorkflowNode> nodes() {
        return List.copyOf(nodes);
    }

    /**
     * Returns a node by its name, the name of its kind if only one node is of it, its annotation, or its number.
     *
     * @throws WorkflowException if no node or more than one fits
     */
    public WorkflowNode node(final String nameOrId) throws WorkflowException {
        final List<WorkflowNode> found = nodes.stream()
                .filter(node -> nameOrId.equals(node.name())
                        || nameOrId.equals(node.annotation().orElse(null))
                        || nameOrId.equals(Integer.toString(node.id()))
                        || nameOrId.equals("#" + node.id()))
                .toList();
        if (found.size() != 1) {
            throw new WorkflowException(
                    "The workflow \"" + name() + "\" has " + (found.isEmpty() ? "no" : "more than one")
                            + " node \"" + nameOrId + "\". Its nodes are: "
                            + nodes.stream().map(WorkflowNode::label).collect(Collectors.joining(", "))
                            + ". Use one of these names, or the number.");
        }
        return found.get(0);
    }

    /**
     * Changes a setting of a node before the workflow is executed.
     *
     * @param nodeNameOrId the node, see {@link #node}
     * @param parameter the key of the setting, or the keys of its groups and its key, separated by "/"
     * @param value the value as text; "" empties an optional setting; the values of a list are separated by commas
     * @throws WorkflowException if there is no such node or setting, or if the value does not fit it
     */
    public void setParameter(final String nodeNameOrId, final String parameter, final String value)
            throws WorkflowException {
        final WorkflowNode node = node(nodeNameOrId);
        try {
            node.setParameter(parameter, value);
        } catch (InvalidSettingsException exception) {
            throw new WorkflowException(
                    "The parameter \"" + parameter + "\" of the node " + node.label() + " cannot be set to \"" + value
                            + "\": " + exception.getMessage(),
                    exception);
        }
    }

    /**
     * Changes a variable of the workflow, and with it the settings that take their values from it.
     *
     * @param name the name of a variable that the workflow has
     * @param value the value as text
     * @throws WorkflowException if there is no such variable, or if the value does not fit a setting
     */
    public void setVariable(final String name, final String value) throws WorkflowException {
        if (!variables.names().contains(name)) {
            throw new WorkflowException("The workflow \"" + name() + "\" has no flow variable \"" + name
                    + "\". Its flow variables are: " + String.join(", ", variables.names()) + ".");
        }
        variables.set(name, value);
        for (final WorkflowNode node : nodes) {
            try {
                node.overwriteSettings(variables);
            } catch (InvalidSettingsException exception) {
                throw new WorkflowException(
                        "The flow variable \"" + name + "\" cannot be set to \"" + value + "\": the node "
                                + node.label() + " does not accept it. " + exception.getMessage(),
                        exception);
            }
        }
    }

    /**
     * Configures all nodes, then executes all; blocks until they are done.
     *
     * <p>Nothing is executed if a node cannot be configured. If a node fails, those that do not depend on it are still
     * executed.
     *
     * @throws WorkflowException if a node fails, or the execution is cancelled
     */
    public void execute(final WorkflowListener listener) throws WorkflowException {
        final WorkflowExecution current = new WorkflowExecution(directory, nodes, connections, listener);
        execution = current;
        try {
            current.run();
        } finally {
            execution = null;
        }
    }

    /** Asks the node that is executing to stop, from any thread; the others are not started any more. */
    public void cancel() {
        final WorkflowExecution current = execution;
        if (current != null) {
            current.cancel();
        }
    }

    private static boolean hasNameOf(final WorkflowNode one, final WorkflowNode other) {
        return one.kind().equals(other.kind());
    }
}
