package org.knime.base.node.mine.scorer.accuracy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the output tables of the Scorer, with KNIME's columns. */
record ScorerTables(List<String> names, ConfusionCounts counts, ExecutionContext context) {

    static final DataTableSpec STATISTICS = new DataTableSpec(Stream.concat(
                    columns(IntCell.TYPE, "TruePositives", "FalsePositives", "TrueNegatives", "FalseNegatives"),
                    columns(
                            DoubleCell.TYPE,
                            "Recall",
                            "Precision",
                            "Sensitivity",
                            "Specificity",
                            "F-measure",
                            "Accuracy",
                            "Cohen's kappa"))
            .toArray(DataColumnSpec[]::new));

    private static final int OVERALL_COLUMNS = 2;

    BufferedDataTable confusionMatrix() {
        final DataTableSpec spec = new DataTableSpec(
                columns(IntCell.TYPE, names.toArray(String[]::new)).toArray(DataColumnSpec[]::new));
        final BufferedDataContainer container = context.createDataContainer(spec);
        for (int value = 0; value < names.size(); value++) {
            final DataCell[] cells =
                    IntStream.of(counts.counts()[value]).mapToObj(IntCell::new).toArray(DataCell[]::new);
            container.addRowToTable(new DefaultRow(new RowKey(names.get(value)), cells));
        }
        container.close();
        return container.getTable();
    }

    BufferedDataTable statistics() {
        final BufferedDataContainer container = context.createDataContainer(STATISTICS);
        for (int value = 0; value < names.size(); value++) {
            container.addRowToTable(new DefaultRow(new RowKey(names.get(value)), statistics(value)));
        }
        final String overall = names.contains("Overall") ? "Overall (#1)" : "Overall";
        container.addRowToTable(new DefaultRow(
                new RowKey(overall),
                Stream.concat(
                                missing(STATISTICS.getNumColumns() - OVERALL_COLUMNS),
                                Stream.of(number(counts.accuracy()), number(counts.kappa())))
                        .toArray(DataCell[]::new)));
        container.close();
        return container.getTable();
    }

    private DataCell[] statistics(final int value) {
        final int truePositives = counts.truePositives(value);
        final int falsePositives = counts.falsePositives(value);
        final int trueNegatives = counts.trueNegatives(value);
        final int falseNegatives = counts.falseNegatives(value);
        final double recall = truePositives / (double) (truePositives + falseNegatives);
        final double precision = truePositives / (double) (truePositives + falsePositives);
        final double specificity = trueNegatives / (double) (trueNegatives + falsePositives);
        final Stream<DataCell> cells = Stream.of(
                new IntCell(truePositives),
                new IntCell(falsePositives),
                new IntCell(trueNegatives),
                new IntCell(falseNegatives),
                number(recall),
                number(precision),
                number(recall),
                number(specificity),
                number(2 * precision * recall / (precision + recall)));
        return Stream.concat(cells, missing(OVERALL_COLUMNS)).toArray(DataCell[]::new);
    }

    private static Stream<DataCell> missing(final int count) {
        return Collections.nCopies(count, DataType.getMissingCell()).stream();
    }

    /** Returns a number, missing where it is not defined. */
    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static Stream<DataColumnSpec> columns(final DataType type, final String... names) {
        return Stream.of(names).map(name -> new DataColumnSpecCreator(name, type).createSpec());
    }
}
