package org.jointdiffusion.nodes.comparison;

import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Reads counterfactuals and compares their groups. */
final class GroupComparing {

    /** Which share of the progress bar reading takes. */
    private static final double READING_ENDS = 0.3;

    private GroupComparing() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final GroupComparisonParameters parameters = input.getParameters();
        final ExplainedRows rows = ExplainedRows.find(input.getInTableSpec(0), parameters.m_groupColumn);
        output.setOutSpec(0, GroupTables.groupSpec(rows.group()));
        output.setOutSpec(1, GroupTables.testSpec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final GroupComparisonParameters parameters = input.getParameters();
            final BufferedDataTable table = input.getInTable(0);
            final ExplainedRows rows = ExplainedRows.find(table.getDataTableSpec(), parameters.m_groupColumn);
            final NodeProgress progress = new NodeProgress(input.getExecutionContext());
            final GroupFigures figures = new GroupFigures(parameters.m_rule);
            read(table, rows, figures, progress.part(0, READING_ENDS));
            final Warnings warnings = new Warnings();
            if (figures.groups().size() < 2) {
                warnings.note("There is nothing to compare: the explained rows have "
                        + figures.groups().size()
                        + " groups in the column \"" + rows.group().name()
                        + "\". Choose a column with at least two groups.");
            }
            final GroupTables tables = new GroupTables(input.getExecutionContext());
            output.setOutData(0, tables.groups(figures, rows.group()));
            output.setOutData(1, tables.tests(figures, parameters, progress.part(READING_ENDS, 1)));
            warnings.tell("", output::setWarningMessage);
        });
    }

    private static void read(
            final BufferedDataTable table,
            final ExplainedRows rows,
            final GroupFigures figures,
            final ProgressMonitor monitor)
            throws ImageFormatException {
        long done = 0;
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                monitor.checkCancelled();
                monitor.report((double) done++ / table.size(), "Reading row " + done + " of " + table.size());
                final DataRow row = iterator.next();
                rows.read(row).ifPresent(figures::add);
            }
        }
    }
}
