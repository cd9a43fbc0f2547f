package org.jointdiffusion.nodes.scorer;

import java.util.Optional;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.metrics.PrecisionRecall;
import org.jointdiffusion.runtime.scoring.ClassificationScore;
import org.jointdiffusion.runtime.scoring.GenerationScore;
import org.jointdiffusion.runtime.scoring.ModelScore;
import org.jointdiffusion.runtime.scoring.OracleScore;
import org.jointdiffusion.runtime.scoring.SetComparison;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table with one row for each figure. */
final class FigureTable {

    private static final String NO_ORACLE =
            "No oracle was trained: there were too few test images, or other features were chosen.";

    private final BufferedDataContainer m_rows;

    private FigureTable(final BufferedDataContainer rows) {
        m_rows = rows;
    }

    static DataTableSpec spec() {
        return new NewColumns()
                .add("Figure", StringCell.TYPE)
                .add("Value", DoubleCell.TYPE)
                .add("Images", LongCell.TYPE)
                .add("Meaning", StringCell.TYPE)
                .spec();
    }

    static BufferedDataTable of(final ModelScore score, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec());
        final FigureTable table = new FigureTable(container);
        try {
            table.addClassification(score.classification());
            table.addAgreement(score.generation());
            table.addComparison(score.generation());
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private void addClassification(final ClassificationScore score) {
        final long images = score.confusion().total();
        add("Accuracy", score.confusion().accuracy(), images, "Share of the test images whose class is predicted.");
        add(
                "Balanced accuracy",
                score.confusion().balancedAccuracy(),
                images,
                "The same, averaged over the classes, so that all count equally.");
        add(
                "Negative log likelihood",
                score.negativeLogLikelihood(),
                images,
                "Mean of -ln of the probability of the true class, in nats; 0 is best.");
        add(
                "Expected calibration error",
                score.calibrationError(),
                images,
                "How far confidence and accuracy are apart on average, over 15 equal bins of confidence; 0 is best.");
    }

    private void addAgreement(final GenerationScore score) {
        if (score.own().samples() > 0) {
            add(
                    "Own agreement",
                    score.own().share(),
                    score.own().samples(),
                    "Share of the samples in which the model's own classifier, which steered them, sees the class"
                            + " asked for; optimistic.");
        } else {
            addMissing("Own agreement", score.problem());
        }
        if (score.oracle().isPresent()) {
            addOracle(score.oracle().get());
        } else {
            final String reason = score.own().samples() > 0 ? NO_ORACLE : score.problem();
            addMissing("Oracle agreement", reason);
            addMissing("Oracle accuracy", reason);
        }
    }

    private void addOracle(final OracleScore oracle) {
        add(
                "Oracle agreement",
                oracle.samples().share(),
                oracle.samples().samples(),
                "Share of the samples in which the oracle, an independent classifier, sees the class asked for.");
        add(
                "Oracle accuracy",
                oracle.images().share(),
                oracle.images().samples(),
                "Share of test images, from which the oracle did not learn, that it names rightly: it can judge no"
                        + " better than that.");
    }

    private void addComparison(final GenerationScore score) {
        final Optional<SetComparison> found = score.comparison();
        final String space =
                found.map(comparison -> " In " + comparison.space() + ".").orElse("");
        add(
                found.map(SetComparison::distance),
                score,
                "Fréchet distance",
                "Of samples to test images; 0 is best." + space);
        add(
                found.map(SetComparison::floor),
                score,
                "Fréchet distance of real images",
                "Of other test images to these: what the best samples would reach with so few." + space);
        addQuality(found.map(SetComparison::quality), score, "samples", space);
        addQuality(found.map(SetComparison::ceiling), score, "real images", space);
    }

    private void addQuality(
            final Optional<PrecisionRecall> quality,
            final GenerationScore score,
            final String whose,
            final String space) {
        add(
                quality.map(PrecisionRecall::precision),
                score,
                "Precision of " + whose,
                "Share of them that lie among the test images, so look real; 1 is best." + space);
        add(
                quality.map(PrecisionRecall::recall),
                score,
                "Recall of " + whose,
                "Share of the test images that lie among them, so are covered; 1 is best." + space);
    }

    private void add(
            final Optional<Double> value, final GenerationScore score, final String figure, final String meaning) {
        if (value.isPresent()) {
            add(figure, value.get(), score.comparison().orElseThrow().images(), meaning);
        } else {
            addMissing(figure, score.problem());
        }
    }

    private void add(final String figure, final double value, final long images, final String meaning) {
        m_rows.addRowToTable(new DefaultRow(
                RowKey.createRowKey(m_rows.size()),
                new StringCell(figure),
                new DoubleCell(value),
                new LongCell(images),
                new StringCell(meaning)));
    }

    private void addMissing(final String figure, final String reason) {
        m_rows.addRowToTable(new DefaultRow(
                RowKey.createRowKey(m_rows.size()),
                new StringCell(figure),
                new MissingCell(reason),
                new MissingCell(reason),
                new StringCell(reason)));
    }
}
