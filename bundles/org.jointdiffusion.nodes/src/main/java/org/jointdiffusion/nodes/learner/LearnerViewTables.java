package org.jointdiffusion.nodes.learner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.view.CardTable;
import org.jointdiffusion.nodes.view.SampleRows;
import org.jointdiffusion.nodes.view.ViewTable;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;
import org.jointdiffusion.runtime.metrics.ReliabilityDiagram;
import org.jointdiffusion.runtime.training.TrainingResult;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/**
 * What the node keeps for its view.
 *
 * @param history the output with the course of the training
 * @param previewTable the output with the previews
 * @param confusion the counts of the confusion matrix that are not 0: positions of the actual and of the predicted
 *     class, rows
 * @param reliability the bins of the reliability diagrams that have rows: position of the diagram (0 before, 1 after
 *     the calibration) and of the bin, rows, mean confidence, accuracy
 * @param facts what the model is and how it was made
 */
record LearnerViewTables(
        ViewTable history, ViewTable previewTable, ViewTable confusion, ViewTable reliability, ViewTable facts) {

    private static final DataTableSpec CONFUSION = new NewColumns()
            .add("Actual", IntCell.TYPE)
            .add("Predicted", IntCell.TYPE)
            .add("Rows", LongCell.TYPE)
            .spec();

    private static final DataTableSpec RELIABILITY = new NewColumns()
            .add("Diagram", IntCell.TYPE)
            .add("Bin", IntCell.TYPE)
            .add("Rows", LongCell.TYPE)
            .addShare("Confidence")
            .addShare("Accuracy")
            .spec();

    /** The tables to keep: those of the outputs, and what the validation found. */
    static PortObject[] make(
            final BufferedDataTable history,
            final BufferedDataTable previews,
            final TrainingResult result,
            final JointModelPortObject model,
            final ExecutionContext exec) {
        return new PortObject[] {
            history,
            previews,
            confusion(result.validation(), exec),
            reliability(result, exec),
            CardTable.of(model.facts(), exec)
        };
    }

    /** The tables that an executed node kept. */
    static LearnerViewTables of(final PortObject[] internal) {
        final ViewTable[] tables = ViewTable.of(internal, 5);
        return new LearnerViewTables(tables[0], tables[1], tables[2], tables[3], tables[4]);
    }

    private static BufferedDataTable confusion(final ConfusionMatrix matrix, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(CONFUSION);
        final long[][] counts = matrix.counts();
        for (int actual = 0; actual < counts.length; actual++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                if (counts[actual][predicted] > 0) {
                    add(
                            container,
                            new IntCell(actual),
                            new IntCell(predicted),
                            new LongCell(counts[actual][predicted]));
                }
            }
        }
        return closed(container);
    }

    private static BufferedDataTable reliability(final TrainingResult result, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(RELIABILITY);
        final List<ReliabilityDiagram> diagrams = List.of(
                result.reliability().uncalibrated(), result.reliability().calibrated());
        for (int diagram = 0; diagram < diagrams.size(); diagram++) {
            final List<ReliabilityDiagram.Bin> bins = diagrams.get(diagram).bins();
            for (int bin = 0; bin < bins.size(); bin++) {
                if (bins.get(bin).rows() > 0) {
                    add(
                            container,
                            new IntCell(diagram),
                            new IntCell(bin),
                            new LongCell(bins.get(bin).rows()),
                            new DoubleCell(bins.get(bin).confidence()),
                            new DoubleCell(bins.get(bin).accuracy()));
                }
            }
        }
        return closed(container);
    }

    private static void add(final BufferedDataContainer container, final DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private static BufferedDataTable closed(final BufferedDataContainer container) {
        container.close();
        return container.getTable();
    }

    /**
     * What the view starts with: the figures of the previews as {@link SampleRows} gives them, and each of the other
     * tables column by column under its name.
     */
    Map<String, Object> index() {
        final Map<String, Object> index =
                new LinkedHashMap<>(new SampleRows(previewTable, "Probability").index(Map.of(), Map.of()));
        index.put("history", history.columns());
        index.put("confusion", confusion.columns());
        index.put("reliability", reliability.columns());
        index.put("facts", facts.columns());
        return index;
    }
}
