package org.jointdiffusion.runner.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jointdiffusion.embedded.workflow.NodeState;
import org.jointdiffusion.embedded.workflow.WorkflowNode;
import org.jointdiffusion.runner.view.NodeView;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** Reads what the nodes of an executed workflow left behind. */
public final class RunReader {

    private RunReader() {}

    /**
     * Reads a node.
     *
     * @param error the message with which it failed, if it did
     */
    public static NodeResult read(final WorkflowNode node, final Optional<String> error) {
        final var kind = NodeKind.of(node.factoryClassName());
        return new NodeResult(
                node.id(),
                node.name(),
                kind,
                node.state().name(),
                node.duration(),
                error.or(node::warning),
                settings(node.settings()),
                kind.hasView()
                                && node.state() == NodeState.EXECUTED
                                && node.view().isPresent()
                        ? Optional.of(NodeView.of(node, kind.viewMethods()))
                        : Optional.empty(),
                node.state() == NodeState.EXECUTED ? tables(node, kind.outputPorts()) : List.of());
    }

    private static List<Optional<ResultTable>> tables(final WorkflowNode node, final int ports) {
        return IntStream.rangeClosed(1, ports)
                .mapToObj(port -> table(node, port))
                .toList();
    }

    private static Optional<ResultTable> table(final WorkflowNode node, final int port) {
        return node.output(port) instanceof BufferedDataTable table
                ? Optional.of(TableReader.read(table))
                : Optional.empty();
    }

    /** The settings as text, nested ones under their path. */
    static Map<String, String> settings(final NodeSettings settings) {
        final var values = new LinkedHashMap<String, String>();
        addSettings("", settings, values);
        return values;
    }

    private static void addSettings(
            final String prefix, final NodeSettings settings, final Map<String, String> values) {
        for (final String key : settings) {
            final AbstractConfigEntry entry = settings.getEntry(key);
            if (entry instanceof NodeSettings nested) {
                addSettings(prefix + key + "/", nested, values);
            } else {
                values.put(
                        prefix + key, Optional.ofNullable(entry.toStringValue()).orElse(""));
            }
        }
    }
}
