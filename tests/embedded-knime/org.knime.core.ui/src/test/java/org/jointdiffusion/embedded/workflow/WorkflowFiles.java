package org.jointdiffusion.embedded.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** Writes workflows as KNIME does. */
final class WorkflowFiles {

    private final Path directory;
    private final NodeSettings workflow = new NodeSettings("workflow.knime");
    private final NodeSettingsWO nodes;
    private final NodeSettingsWO connections;
    private final NodeSettingsWO variables;
    private int connectionCount;
    private int variableCount;

    WorkflowFiles(final Path directory) {
        this.directory = directory;
        workflow.addString("created_by", "5.8.0.v202512010000");
        workflow.addString("version", "5.1.0");
        workflow.addString("name", null);
        nodes = workflow.addNodeSettings("nodes");
        connections = workflow.addNodeSettings("connections");
        variables = workflow.addNodeSettings("workflow_variables");
    }

    WorkflowFiles node(final int id, final Class<? extends NodeFactory<?>> factory) {
        return node(id, factory, settings -> {});
    }

    /** Adds a node; {@code more} adds to all its settings, such as "model". */
    WorkflowFiles node(
            final int id, final Class<? extends NodeFactory<?>> factory, final Consumer<NodeSettingsWO> more) {
        return node(id, factory.getName(), more);
    }

    WorkflowFiles node(final int id, final String factory, final Consumer<NodeSettingsWO> more) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("factory", factory);
        settings.addString("node-name", "Saved name");
        settings.addString("node-bundle-name", "Example extension");
        more.accept(settings);
        final String file = "Node (#" + id + ")/settings.xml";
        final NodeSettingsWO node = nodes.addNodeSettings("node_" + id);
        node.addInt("id", id);
        node.addString("node_settings_file", file);
        node.addBoolean("node_is_meta", false);
        write(settings, directory.resolve(file));
        return this;
    }

    WorkflowFiles connect(final int source, final int sourcePort, final int target, final int targetPort) {
        final NodeSettingsWO connection = connections.addNodeSettings("connection_" + connectionCount++);
        connection.addInt("sourceID", source);
        connection.addInt("destID", target);
        connection.addInt("sourcePort", sourcePort);
        connection.addInt("destPort", targetPort);
        return this;
    }

    /** Adds a variable of the workflow. */
    WorkflowFiles variable(final String name, final String kind, final Consumer<NodeSettingsWO> value) {
        final NodeSettingsWO variable = variables.addNodeSettings("Var_" + variableCount++);
        variable.addString("name", name);
        variable.addString("class", kind);
        value.accept(variable);
        return this;
    }

    Workflow load() throws WorkflowException {
        write(workflow, directory.resolve("workflow.knime"));
        return Workflow.load(directory);
    }

    private static void write(final NodeSettings settings, final Path file) {
        try {
            Files.createDirectories(file.getParent());
            settings.saveToXML(Files.newOutputStream(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
