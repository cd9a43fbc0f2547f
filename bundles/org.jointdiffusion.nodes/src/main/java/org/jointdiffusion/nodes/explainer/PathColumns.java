package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.explanation.ChangePath;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/**
 * The columns of the table that the node keeps for its view: the way to each counterfactual.
 *
 * <p>They are the probabilities of the class before and those of the desired class along the way, the frame at which
 * the class flips, and the RowID of the input row, which several counterfactuals can share.
 */
final class PathColumns {

    static final DataTableSpec SPEC = spec();

    private static final int FRAMES = ChangePath.STEPS + 1;

    private PathColumns() {}

    private static DataTableSpec spec() {
        final NewColumns columns = new NewColumns();
        for (final String name : List.of("P of class before", "P of desired class")) {
            for (int frame = 0; frame <= ChangePath.STEPS; frame++) {
                columns.addShare(name + " at " + frame);
            }
        }
        return columns.add("Flip", IntCell.TYPE)
                .add("Input row", StringCell.TYPE)
                .spec();
    }

    static DataCell[] cells(final String inputRow, final ChangePath path) {
        final List<DataCell> cells = new ArrayList<>();
        Arrays.stream(path.before()).mapToObj(DoubleCell::new).forEach(cells::add);
        Arrays.stream(path.desired()).mapToObj(DoubleCell::new).forEach(cells::add);
        cells.add(
                path.flip().isPresent()
                        ? new IntCell(path.flip().getAsInt())
                        : new MissingCell("No frame has the desired class."));
        cells.add(new StringCell(inputRow));
        return cells.toArray(DataCell[]::new);
    }

    /** What stands in the columns of a row that cannot be explained. */
    static DataCell[] missing(final String inputRow, final String reason) {
        final DataCell[] cells = new DataCell[SPEC.getNumColumns()];
        Arrays.fill(cells, new MissingCell(reason));
        cells[2 * FRAMES + 1] = new StringCell(inputRow);
        return cells;
    }

    /** The probability of the class before at each frame; empty without a path. */
    static double[] before(final DataRow row) {
        return numbers(row, 0);
    }

    /** The probability of the desired class at each frame; empty without a path. */
    static double[] desired(final DataRow row) {
        return numbers(row, FRAMES);
    }

    /** The frame at which the class flips, or -1. */
    static int flip(final DataRow row) {
        return row.getCell(2 * FRAMES) instanceof IntValue flip ? flip.getIntValue() : -1;
    }

    /** The RowID of the row that was explained. */
    static String inputRow(final DataRow row) {
        return row.getCell(2 * FRAMES + 1).toString();
    }

    private static double[] numbers(final DataRow row, final int first) {
        if (row.getCell(first).isMissing()) {
            return new double[0];
        }
        final double[] numbers = new double[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            numbers[frame] = ((DoubleValue) row.getCell(first + frame)).getDoubleValue();
        }
        return numbers;
    }
}
