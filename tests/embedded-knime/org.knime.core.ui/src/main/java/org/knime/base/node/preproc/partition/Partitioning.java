package org.knime.base.node.preproc.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.knime.base.node.preproc.partition.PartitionParameters.EmptyTableAction;
import org.knime.base.node.preproc.partition.PartitionParameters.SamplingMode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Splits the rows of a table. */
final class Partitioning {

    private Partitioning() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final PartitionParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        if (parameters.m_mode == SamplingMode.STRATIFIED && !spec.containsName(parameters.m_classColumn)) {
            throw new InvalidSettingsException("The group column \"" + parameters.m_classColumn
                    + "\" is not in the input table. Select another one in the Table Partitioner's dialog.");
        }
        output.setOutSpecs(spec, spec);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final PartitionParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        if (table.size() == 0 && parameters.m_actionEmpty == EmptyTableAction.FAIL) {
            throw new KNIMEException("The input table is empty. Give the node rows, or let it output empty tables.");
        }
        final ExecutionContext context = input.getExecutionContext();
        final BitSet chosen = choose(table, parameters);
        final BufferedDataContainer first = context.createDataContainer(table.getDataTableSpec(), true);
        final BufferedDataContainer second = context.createDataContainer(table.getDataTableSpec(), true);
        int index = 0;
        for (final DataRow row : table) {
            context.checkCanceled();
            (chosen.get(index) ? first : second).addRowToTable(row);
            index++;
            context.setProgress(index / (double) table.size());
        }
        first.close();
        second.close();
        output.setOutData(first.getTable(), second.getTable());
    }

    private static BitSet choose(final BufferedDataTable table, final PartitionParameters parameters) {
        final int rows = Math.toIntExact(table.size());
        final int count = Math.toIntExact(parameters.firstRows(rows));
        final Random random = parameters.m_seed.map(Random::new).orElseGet(Random::new);
        return switch (parameters.m_mode) {
            case FIRST_ROWS -> RowChoice.first(count);
            case LINEAR -> RowChoice.linear(rows, count);
            case RANDOM -> RowChoice.random(rows, count, random);
            case STRATIFIED -> RowChoice.stratified(groups(table, parameters.m_classColumn), count, random);
        };
    }

    private static List<DataCell> groups(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        final List<DataCell> groups = new ArrayList<>();
        table.forEach(row -> groups.add(row.getCell(index)));
        return groups;
    }
}
