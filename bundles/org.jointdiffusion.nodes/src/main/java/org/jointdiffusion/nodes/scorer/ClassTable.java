package org.jointdiffusion.nodes.scorer;

import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.metrics.ConfusionMatrix;
import org.jointdiffusion.runtime.scoring.GenerationScore;
import org.jointdiffusion.runtime.scoring.ModelScore;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table with one row for each class. */
final class ClassTable {

    private ClassTable() {}

    static DataTableSpec spec(final JointModelPortObjectSpec model) {
        return new NewColumns()
                .addClass("Class", model.targetType(), model.classNames())
                .add("Test images", LongCell.TYPE)
                .addShare("Recall")
                .addShare("Precision")
                .addShare("F1")
                .add("Samples", LongCell.TYPE)
                .addShare("Own agreement")
                .addShare("Oracle agreement")
                .spec();
    }

    static BufferedDataTable of(
            final ModelScore score, final JointModelPortObjectSpec model, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec(model));
        final ConfusionMatrix confusion = score.classification().confusion();
        final GenerationScore generation = score.generation();
        try {
            for (int label = 0; label < model.classNames().size(); label++) {
                final int number = label;
                container.addRowToTable(new DefaultRow(
                        RowKey.createRowKey((long) label),
                        model.targetType().cell(model.classNames().get(label)),
                        new LongCell(confusion.images(label)),
                        share(confusion.recall(label), "There is no test image of this class."),
                        share(confusion.precision(label), "No test image was taken for this class."),
                        share(confusion.f1(label), "The class neither occurs nor is predicted."),
                        new LongCell(generation.own().asked()[label]),
                        share(generation.own().share(label), "There is no sample of this class."),
                        generation
                                .oracle()
                                .map(oracle ->
                                        share(oracle.samples().share(number), "There is no sample of this class."))
                                .orElseGet(() -> new MissingCell("No oracle was trained."))));
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private static DataCell share(final double value, final String problem) {
        return Double.isNaN(value) ? new MissingCell(problem) : new DoubleCell(value);
    }
}
