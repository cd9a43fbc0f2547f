package org.jointdiffusion.runner.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The nodes of the workflow with their times, messages and settings.
 *
 * @param rows the nodes, in the order in which they ran
 * @param total how long the whole run took
 */
record NodesSection(List<Row> rows, String total) {

    /**
     * A node.
     *
     * @param view the file with its view, empty for none
     * @param share its part of the total time in percent, as a CSS number
     */
    record Row(
            String name,
            String view,
            String state,
            boolean failed,
            String duration,
            String share,
            String message,
            List<Map.Entry<String, String>> settings) {}

    /** The section for a run. */
    static NodesSection of(final RunResult run) {
        final var total = Math.max(0.001, run.duration().toMillis() / 1000.0);
        return new NodesSection(
                run.nodes().stream()
                        .map(node -> row(node, run.viewFile(node).orElse(""), total))
                        .toList(),
                Format.duration(run.duration()));
    }

    private static Row row(final NodeResult node, final String view, final double total) {
        return new Row(
                node.name(),
                view,
                node.state().toLowerCase(Locale.ROOT).replace('_', ' '),
                node.hasFailed(),
                Format.duration(node.duration()),
                String.format(Locale.ROOT, "%.1f", Math.min(100, 100 * node.seconds() / total)),
                node.message().orElse(""),
                List.copyOf(node.settings().entrySet()));
    }
}
