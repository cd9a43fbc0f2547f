package org.jointdiffusion.embedded.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointdiffusion.embedded.node.EmbeddedNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;

/** Reads a workflow from a directory in KNIME's format. */
final class WorkflowReader {

    private static final String WORKFLOW_FILE = "workflow.knime";

    private final Path directory;

    WorkflowReader(final Path directory) {
        this.directory = directory;
    }

    /** The parts of a workflow. */
    record Content(List<WorkflowNode> nodes, List<Connection> connections, FlowVariables variables) {}

    Content read() throws WorkflowException {
        if (!Files.isDirectory(directory)) {
            throw new WorkflowException("There is no workflow directory " + directory
                    + ". Give the directory that contains the file " + WORKFLOW_FILE + ".");
        }
        if (!Files.isRegularFile(directory.resolve(WORKFLOW_FILE))) {
            throw new WorkflowException("The directory " + directory + " is not a workflow: it has no file "
                    + WORKFLOW_FILE + ". Give the directory that contains that file.");
        }
        final NodeSettingsRO workflow = readSettings(directory.resolve(WORKFLOW_FILE));
        try {
            final List<WorkflowNode> nodes = readNodes(workflow.getNodeSettings("nodes"));
            return new Content(nodes, readConnections(workflow, nodes), FlowVariables.of(workflow));
        } catch (InvalidSettingsException exception) {
            throw new WorkflowException(
                    "The file " + directory.resolve(WORKFLOW_FILE) + " is damaged: " + exception.getMessage()
                            + " Save the workflow again in KNIME.",
                    exception);
        }
    }

    private List<WorkflowNode> readNodes(final NodeSettingsRO nodes)
            throws InvalidSettingsException, WorkflowException {
        final List<WorkflowNode> read = new ArrayList<>();
        for (final String key : nodes.keySet()) {
            final NodeSettingsRO node = nodes.getNodeSettings(key);
            if (node.getBoolean("node_is_meta", false)) {
                throw new WorkflowException("The workflow " + directory.getFileName() + " has the metanode #"
                        + node.getInt("id") + ", which the embedded host cannot run. Expand it, or run the workflow in"
                        + " KNIME.");
            }
            read.add(readNode(node.getInt("id"), directory.resolve(node.getString("node_settings_file"))));
        }
        return read;
    }

    private static WorkflowNode readNode(final int id, final Path file) throws WorkflowException {
        final NodeSettingsRO settings = readSettings(file);
        try {
            final String factory = settings.getString("factory");
            final String where = "\"" + settings.getString("node-name", factory) + "\" (#" + id + ")";
            final EmbeddedNode node =
                    NodeRegistry.find(factory, where, settings.getString("node-bundle-name", "(not named)"));
            return new WorkflowNode(
                    id,
                    factory,
                    annotation(settings),
                    node,
                    NodePorts.of(node.description().ports(), settings),
                    group(settings, "model"),
                    group(settings, "view"),
                    FlowVariables.uses(settings));
        } catch (InvalidSettingsException exception) {
            throw new WorkflowException(
                    "The file " + file + " is damaged: " + exception.getMessage()
                            + " Configure the node again in KNIME and save the workflow.",
                    exception);
        }
    }

    private static List<Connection> readConnections(final NodeSettingsRO workflow, final List<WorkflowNode> nodes)
            throws InvalidSettingsException, WorkflowException {
        final List<Connection> read = new ArrayList<>();
        final NodeSettingsRO connections = workflow.getNodeSettings("connections");
        for (final String key : connections.keySet()) {
            final NodeSettingsRO connection = connections.getNodeSettings(key);
            final int source = connection.getInt("sourceID");
            final int target = connection.getInt("destID");
            final int sourcePort = connection.getInt("sourcePort");
            final int targetPort = connection.getInt("destPort");
            final WorkflowNode sourceNode = node(nodes, source, key);
            final WorkflowNode targetNode = node(nodes, target, key);
            if (!fits(sourceNode, sourcePort, targetNode, targetPort)) {
                throw new WorkflowException("The connection " + key + " leads from output port " + sourcePort
                        + " of the node " + sourceNode.label() + " to input port " + targetPort + " of the node "
                        + targetNode.label() + ", which do not exist or do not fit together. Connect them again in"
                        + " KNIME.");
            }
            read.add(new Connection(source, sourcePort, target, targetPort));
        }
        return read;
    }

    private static boolean fits(
            final WorkflowNode source, final int sourcePort, final WorkflowNode target, final int targetPort) {
        final PortType[] outputs = source.ports().outputTypes();
        final PortType[] inputs = target.ports().inputTypes();
        if (sourcePort > outputs.length || targetPort > inputs.length) {
            return false;
        }
        return sourcePort == 0 || targetPort == 0 || inputs[targetPort - 1].isSuperTypeOf(outputs[sourcePort - 1]);
    }

    private static WorkflowNode node(final List<WorkflowNode> nodes, final int id, final String connection)
            throws WorkflowException {
        return nodes.stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(() -> new WorkflowException("The connection " + connection
                        + " names the node #" + id + ", which the workflow does not have. Save the workflow again in"
                        + " KNIME."));
    }

    private static Optional<String> annotation(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (settings.containsKey("nodeAnnotation")) {
            final String text = settings.getNodeSettings("nodeAnnotation").getString("text", "");
            return Optional.of(text.replaceAll("<[^>]*>", "").strip()).filter(plain -> !plain.isEmpty());
        }
        return Optional.ofNullable(settings.getString("customDescription", null))
                .filter(text -> !text.isBlank());
    }

    private static NodeSettings group(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        final NodeSettings copy = new NodeSettings(key);
        if (settings.containsKey(key)) {
            settings.getNodeSettings(key).copyTo(copy);
        }
        return copy;
    }

    private static NodeSettingsRO readSettings(final Path file) throws WorkflowException {
        try (InputStream input = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(input);
        } catch (IOException exception) {
            throw new WorkflowException(
                    "The file " + file + " of the workflow cannot be read: " + exception.getMessage()
                            + " Check that it exists and was saved by KNIME.",
                    exception);
        }
    }
}
