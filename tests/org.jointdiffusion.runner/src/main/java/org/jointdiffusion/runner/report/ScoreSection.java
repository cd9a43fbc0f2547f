package org.jointdiffusion.runner.report;

import java.util.List;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The figures of one Joint Diffusion Scorer.
 *
 * @param node the node's name
 * @param figures one for each row of its table
 */
record ScoreSection(String node, List<Figure> figures) {

    /**
     * One figure.
     *
     * @param name what was measured
     * @param value the figure, a dash when there is none
     * @param images of how many images, a dash when that is not known
     * @param meaning how to read it
     */
    record Figure(String name, String value, String images, String meaning) {}

    private static final String UNKNOWN = "–";

    /** One section for each Scorer of models that left figures. */
    static List<ScoreSection> of(final RunResult run) {
        return run.nodes(NodeKind.MODEL_SCORER).stream()
                .filter(node -> node.table(1).filter(ScoreSection::hasFigures).isPresent())
                .map(ScoreSection::of)
                .toList();
    }

    private static boolean hasFigures(final ResultTable table) {
        return table.has(Columns.FIGURE, Columns.VALUE) && !table.rows().isEmpty();
    }

    private static ScoreSection of(final NodeResult scorer) {
        return new ScoreSection(
                scorer.name(),
                scorer.table(1).orElseThrow().rows().stream()
                        .map(ScoreSection::figure)
                        .toList());
    }

    private static Figure figure(final ResultRow row) {
        final var images = row.number(Columns.IMAGES);
        return new Figure(
                row.text(Columns.FIGURE).orElse(UNKNOWN),
                Format.number(row.number(Columns.VALUE)),
                images.isPresent() ? Format.count((long) images.getAsDouble()) : UNKNOWN,
                row.text(Columns.MEANING).orElse(""));
    }
}
