package org.jointdiffusion.runner.result;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An executed workflow: the source of the figures and of the report.
 *
 * @param workflow the workflow's name
 * @param started when it was started
 * @param duration how long it ran
 * @param nodes its nodes, in the order in which they ran
 * @param environment what it ran on, name to value, for example {@code Java} to {@code 17.0.15}
 */
public record RunResult(
        String workflow,
        ZonedDateTime started,
        Duration duration,
        List<NodeResult> nodes,
        Map<String, String> environment) {

    /** All nodes of a kind, in the order in which they ran. */
    public List<NodeResult> nodes(final NodeKind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    /** The name of the file that holds a node's view; empty when it has none. */
    public Optional<String> viewFile(final NodeResult node) {
        final String number = nodes(node.kind()).size() == 1 ? "" : "-" + node.id();
        return node.view().map(view -> node.kind().viewName() + number + ".html");
    }

    /** The first table with these columns at a port of a node of this kind. */
    public Optional<ResultTable> table(final NodeKind kind, final int port, final String... columns) {
        return nodes(kind).stream()
                .flatMap(node -> node.table(port).stream())
                .filter(table -> table.has(columns))
                .findFirst();
    }
}
