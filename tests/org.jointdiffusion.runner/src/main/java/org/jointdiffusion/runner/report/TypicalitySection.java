package org.jointdiffusion.runner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeKind;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;
import org.jointdiffusion.runner.result.RunResult;

/**
 * The images that are least typical for the model, least typical first.
 *
 * @param node the name of the node that classified them
 * @param sentence how many are shown, and how many predictions were left out
 * @param images the images
 */
record TypicalitySection(String node, String sentence, List<Tile> images) {

    private static final int SHOWN = 30;

    /**
     * An image.
     *
     * @param image the image as a data address
     * @param percentile its typicality in words
     * @param prediction the class that was predicted; empty when the prediction was left out
     * @param title all of it in one sentence
     */
    record Tile(String image, String percentile, String prediction, String title) {}

    /** One section for each Predictor that measured typicality. */
    static List<TypicalitySection> of(final RunResult run) {
        final var sections = new ArrayList<TypicalitySection>();
        for (final var node : run.nodes(NodeKind.PREDICTOR)) {
            node.table(1)
                    .filter(table -> table.has(Columns.IMAGE, Columns.TYPICALITY))
                    .flatMap(table -> section(node.name(), table))
                    .ifPresent(sections::add);
        }
        return sections;
    }

    private static Optional<TypicalitySection> section(final String node, final ResultTable table) {
        final var predictions = table.columns().stream()
                .filter(name -> name.startsWith(Columns.PREDICTION))
                .findFirst()
                .orElse(Columns.PREDICTION);
        final var judged = table.rows().stream()
                .filter(row -> row.number(Columns.TYPICALITY).isPresent()
                        && row.image(Columns.IMAGE).isPresent())
                .sorted(Comparator.comparingDouble(
                        (ResultRow row) -> row.number(Columns.TYPICALITY).getAsDouble()))
                .toList();
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        final var without =
                judged.stream().filter(row -> row.text(predictions).isEmpty()).count();
        final var shown =
                judged.stream().limit(SHOWN).map(row -> tile(row, predictions)).toList();
        final var sentence = "The " + Format.count(shown.size()) + " least typical of " + Format.count(judged.size())
                + " images"
                + switch ((int) without) {
                    case 0 -> ".";
                    case 1 -> "; one prediction was left out.";
                    default -> "; " + Format.count(without) + " predictions were left out.";
                };
        return Optional.of(new TypicalitySection(node, sentence, shown));
    }

    private static Tile tile(final ResultRow row, final String predictions) {
        final var percentile = String.format(
                Locale.ENGLISH, "%.0f %%", row.number(Columns.TYPICALITY).getAsDouble());
        final var prediction = row.text(predictions).orElse("");
        final var title = row.key() + ": typicality " + percentile + ", "
                + (prediction.isEmpty() ? "prediction left out" : "taken for " + prediction);
        return new Tile(Format.image(row.image(Columns.IMAGE).orElseThrow()), percentile, prediction, title);
    }
}
