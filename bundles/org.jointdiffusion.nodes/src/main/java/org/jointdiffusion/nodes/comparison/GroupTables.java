package org.jointdiffusion.nodes.comparison;

import java.util.OptionalDouble;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.nodes.table.PngCells;
import org.jointdiffusion.runtime.explanation.HolmCorrection;
import org.jointdiffusion.runtime.explanation.PermutationTest;
import org.jointdiffusion.runtime.image.HeatMap;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the two tables of the comparison. */
final class GroupTables {

    /** One grey level: below it, a picture would show rounding. */
    private static final double SMALLEST_LIMIT = 1 / 255.0;

    private final ExecutionContext m_exec;

    GroupTables(final ExecutionContext exec) {
        m_exec = exec;
    }

    static DataTableSpec groupSpec(final ClassColumn group) {
        return new NewColumns()
                .add("Group", group.type().dataType())
                .add("Counterfactuals", IntCell.TYPE)
                .addShare(Measure.SUCCESS.title())
                .addShare(Measure.MEAN_CHANGE.title())
                .addShare(Measure.PIXELS_CHANGED.title())
                .addShare(Measure.NOISE_LEVEL.title())
                .add("Mean difference", PngCells.TYPE)
                .spec();
    }

    static DataTableSpec testSpec() {
        return new NewColumns()
                .add("Measure", StringCell.TYPE)
                .add("Rows compared", IntCell.TYPE)
                .addShare("Explained share")
                .addShare("P value")
                .addShare("P value (Holm)")
                .add("Finding", StringCell.TYPE)
                .spec();
    }

    /** One row for each group. */
    BufferedDataTable groups(final GroupFigures figures, final ClassColumn column) {
        final BufferedDataContainer container = m_exec.createDataContainer(groupSpec(column));
        double limit = SMALLEST_LIMIT;
        for (int group = 0; group < figures.groups().size(); group++) {
            limit = Math.max(limit, figures.meanChange(group).largest());
        }
        for (int group = 0; group < figures.groups().size(); group++) {
            add(
                    container,
                    column.type().cell(figures.groups().get(group)),
                    new IntCell(figures.all().size(group)),
                    mean(Measure.SUCCESS, figures, group),
                    mean(Measure.MEAN_CHANGE, figures, group),
                    mean(Measure.PIXELS_CHANGED, figures, group),
                    mean(Measure.NOISE_LEVEL, figures, group),
                    picture(figures.meanChange(group), limit));
        }
        container.close();
        return container.getTable();
    }

    /** One row for each measure. */
    BufferedDataTable tests(
            final GroupFigures figures, final GroupComparisonParameters parameters, final NodeProgress progress) {
        final PermutationTest test = new PermutationTest(parameters.m_permutations, parameters.m_seed);
        final Measure[] measures = Measure.values();
        final PermutationTest.Result[] results = new PermutationTest.Result[measures.length];
        final double[] pValues = new double[measures.length];
        for (int index = 0; index < measures.length; index++) {
            results[index] = measures[index].test(
                    figures, test, progress.part((double) index / measures.length, (index + 1.0) / measures.length));
            pValues[index] = results[index].pValue();
        }
        final double[] corrected = HolmCorrection.of(pValues);
        final BufferedDataContainer container = m_exec.createDataContainer(testSpec());
        for (int index = 0; index < measures.length; index++) {
            add(
                    container,
                    new StringCell(measures[index].title()),
                    new IntCell(measures[index].rows(figures).size()),
                    new DoubleCell(results[index].explainedShare()),
                    new DoubleCell(pValues[index]),
                    new DoubleCell(corrected[index]),
                    new StringCell(measures[index].sentence(figures, corrected[index])));
        }
        container.close();
        return container.getTable();
    }

    private static void add(final BufferedDataContainer container, final DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private static DataCell mean(final Measure measure, final GroupFigures figures, final int group) {
        final OptionalDouble mean = measure.mean(figures, group);
        return mean.isPresent() ? new DoubleCell(mean.getAsDouble()) : noSuccess();
    }

    private static DataCell picture(final MeanChange change, final double limit) {
        return change.shape() == null
                ? noSuccess()
                : PngCells.of(HeatMap.ofChanges(change.changes(), change.shape(), limit));
    }

    private static DataCell noSuccess() {
        return new MissingCell("No counterfactual of this group succeeded.");
    }
}
