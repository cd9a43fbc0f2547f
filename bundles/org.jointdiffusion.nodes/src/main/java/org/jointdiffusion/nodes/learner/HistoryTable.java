package org.jointdiffusion.nodes.learner;

import java.util.List;
import org.jointdiffusion.nodes.table.NewColumns;
import org.jointdiffusion.runtime.training.HistoryEntry;
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

/** The output table with the course of a training: one row for each evaluation. */
final class HistoryTable {

    private static final List<String> NUMBERS = List.of(
            "Epoch",
            "Seconds",
            "Diffusion loss",
            "Classification loss",
            "Validation diffusion loss",
            "Validation classification loss",
            "Training accuracy",
            "Validation accuracy",
            "Learning rate",
            "Images per second");

    private HistoryTable() {}

    static DataTableSpec spec() {
        final NewColumns columns = new NewColumns().add("Step", LongCell.TYPE);
        NUMBERS.forEach(name -> columns.add(name, DoubleCell.TYPE));
        return columns.spec();
    }

    static BufferedDataTable of(final List<HistoryEntry> history, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec());
        for (final HistoryEntry entry : history) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells(entry)));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell[] cells(final HistoryEntry entry) {
        final DataCell[] cells = new DataCell[NUMBERS.size() + 1];
        cells[0] = new LongCell(entry.step());
        final double[] values = entry.values();
        for (int column = 1; column < values.length; column++) {
            cells[column] = Double.isNaN(values[column])
                    ? new MissingCell("Not measured at this step.")
                    : new DoubleCell(values[column]);
        }
        return cells;
    }
}
