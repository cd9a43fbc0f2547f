package org.jointdiffusion.runner.figures;

import java.util.Map;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;

/** The figures of the Joint Diffusion Scorer, which has one row for each; those that are missing are left out. */
final class ModelScorerFigures {

    private static final String ACCURACY = "Accuracy";
    private static final String DISTANCE = "Fréchet distance";

    /** The names in the table of the node, and those in {@code figures.json}. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(ACCURACY, "model_accuracy"),
            Map.entry("Balanced accuracy", "model_balanced_accuracy"),
            Map.entry("Negative log likelihood", "model_negative_log_likelihood"),
            Map.entry("Expected calibration error", "model_calibration_error"),
            Map.entry("Own agreement", "model_sample_own_agreement"),
            Map.entry("Oracle agreement", "model_sample_oracle_agreement"),
            Map.entry("Oracle accuracy", "model_oracle_accuracy"),
            Map.entry(DISTANCE, "sample_frechet_distance"),
            Map.entry("Fréchet distance of real images", "real_frechet_distance"),
            Map.entry("Precision of samples", "sample_precision"),
            Map.entry("Recall of samples", "sample_recall"),
            Map.entry("Precision of real images", "real_precision"),
            Map.entry("Recall of real images", "real_recall"));

    private ModelScorerFigures() {}

    static Figures of(final NodeResult scorer) {
        final var figures = new Figures();
        scorer.table(1).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            figures.put("model_score_seconds", scorer.seconds());
            addAll(table, figures);
        });
        return figures;
    }

    private static void addAll(final ResultTable table, final Figures figures) {
        for (final var row : table.rows()) {
            final var name = row.text(Columns.FIGURE).orElse("");
            if (NAMES.containsKey(name)) {
                figures.put(NAMES.get(name), row.number(Columns.VALUE));
            }
            if (name.equals(ACCURACY)) {
                putImages("model_test_images", row, figures);
            }
            if (name.equals(DISTANCE)) {
                putImages("sample_compared_images", row, figures);
            }
        }
    }

    private static void putImages(final String name, final ResultRow row, final Figures figures) {
        row.number(Columns.IMAGES).ifPresent(images -> figures.put(name, (long) images));
    }
}
