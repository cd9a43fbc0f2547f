package org.jointdiffusion.runner.figures;

import java.util.OptionalDouble;
import org.jointdiffusion.runner.result.Columns;
import org.jointdiffusion.runner.result.NodeResult;
import org.jointdiffusion.runner.result.ResultRow;
import org.jointdiffusion.runner.result.ResultTable;

/** The figures that a single node provides; nodes that did not finish provide none. */
final class NodeFigures {

    private NodeFigures() {}

    static Figures ofLearner(final NodeResult learner) {
        final var figures = new Figures();
        learner.table(2).filter(table -> !table.rows().isEmpty()).ifPresent(history -> {
            final var last = history.rows().get(history.rows().size() - 1);
            figures.put("train_seconds", learner.seconds());
            last.number(Columns.STEP).ifPresent(step -> figures.put("train_steps", (long) step));
            figures.put("train_epochs", last.number(Columns.EPOCH));
            figures.put(
                    "train_images_per_s",
                    history.numbers(Columns.IMAGES_PER_SECOND).average());
            figures.put("train_diffusion_loss", lastNumber(history, Columns.DIFFUSION_LOSS));
            figures.put("validation_diffusion_loss", lastNumber(history, Columns.VALIDATION_DIFFUSION_LOSS));
            figures.put(
                    "validation_accuracy",
                    history.numbers(Columns.VALIDATION_ACCURACY).max());
        });
        return figures;
    }

    static Figures ofPredictor(final NodeResult predictor) {
        final var figures = new Figures();
        predictor.table(1).ifPresent(table -> {
            figures.put("predict_seconds", predictor.seconds());
            figures.put("predict_images_per_s", table.rows().size() / predictor.seconds());
        });
        return figures;
    }

    static Figures ofScorer(final NodeResult scorer) {
        final var figures = new Figures();
        scorer.table(1)
                .map(Confusion::of)
                .filter(confusion -> confusion.total() > 0)
                .ifPresent(confusion -> {
                    figures.put("accuracy", confusion.accuracy());
                    figures.put("balanced_accuracy", confusion.balancedAccuracy());
                    figures.put("test_images", confusion.total());
                });
        return figures;
    }

    static Figures ofSampler(final NodeResult sampler) {
        final var figures = new Figures();
        sampler.table(1).filter(table -> !table.rows().isEmpty()).ifPresent(samples -> {
            final var count = samples.rows().size();
            figures.put("sample_images", count);
            figures.put("sample_own_agreement", (double) countAgreeing(samples) / count);
            figures.put("sample_seconds", sampler.seconds());
            figures.put("sample_seconds_per_image", sampler.seconds() / count);
        });
        return figures;
    }

    static Figures ofExplainer(final NodeResult explainer) {
        final var figures = new Figures();
        explainer.table(1).ifPresent(table -> {
            final var count = table.rows().stream()
                    .filter(row -> row.truth(Columns.SUCCESS).isPresent())
                    .count();
            if (count > 0) {
                figures.put("cf_images", count);
                figures.put("cf_own_validity", (double) table.countTrue(Columns.SUCCESS) / count);
                figures.put("cf_oracle_validity", oracleValidity(table));
                figures.put("cf_confidence", table.numbers(Columns.CONFIDENCE).average());
                figures.put("cf_l1", table.numbers(Columns.MEAN_CHANGE).average());
                figures.put(
                        "cf_changed_share",
                        table.numbers(Columns.PIXELS_CHANGED).average());
                figures.put("cf_regions", table.numbers(Columns.REGIONS).average());
                figures.put("cf_cout", table.numbers(Columns.COUT).average());
                figures.put("cf_noise_level", table.numbers(Columns.NOISE_LEVEL).average());
                figures.put("cf_seconds", explainer.seconds());
                figures.put("cf_seconds_per_image", explainer.seconds() / count);
            }
        });
        explainer
                .table(2)
                .ifPresent(summary -> figures.put(
                        "oracle_accuracy",
                        summary.numbers(Columns.ORACLE_ACCURACY).findFirst()));
        return figures;
    }

    /** Whether the classifier sees the class in a sample that was asked for. */
    static boolean agrees(final ResultRow sample) {
        return sample.text(Columns.CLASS).equals(sample.text(Columns.PREDICTION));
    }

    /** The share of judged counterfactuals in which the oracle sees the class that was asked for; empty without one. */
    private static OptionalDouble oracleValidity(final ResultTable counterfactuals) {
        return counterfactuals.rows().stream()
                .filter(row -> row.text(Columns.VERDICT).isPresent())
                .mapToDouble(row -> row.text(Columns.ORACLE_CLASS).equals(row.text(Columns.DESIRED_CLASS)) ? 1 : 0)
                .average();
    }

    private static long countAgreeing(final ResultTable samples) {
        return samples.rows().stream().filter(NodeFigures::agrees).count();
    }

    private static OptionalDouble lastNumber(final ResultTable table, final String column) {
        return table.numbers(column).reduce((previous, number) -> number);
    }
}
