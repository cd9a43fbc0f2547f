package org.knime.base.node.mine.scorer.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Compares two columns of a table. */
final class Scoring {

    private Scoring() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ScorerParameters parameters = input.getParameters();
        for (final String column : new String[] {parameters.m_first, parameters.m_second}) {
            if (column == null || !input.getInTableSpec(0).containsName(column)) {
                throw new InvalidSettingsException("The column \"" + column
                        + "\" to compare is not in the input table. Select another one in the Scorer's dialog.");
            }
        }
        // the confusion matrix has a column a value, and values are known only after reading the table
        output.setOutSpec(1, ScorerTables.STATISTICS);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final ScorerParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final ExecutionContext context = input.getExecutionContext();
        final int first = table.getDataTableSpec().findColumnIndex(parameters.m_first);
        final int second = table.getDataTableSpec().findColumnIndex(parameters.m_second);
        final List<DataCell> values = values(table, first, second, parameters);
        final int[][] counts = new int[values.size()][values.size()];
        int missing = 0;
        for (final DataRow row : table) {
            context.checkCanceled();
            if (!row.getCell(first).isMissing() && !row.getCell(second).isMissing()) {
                counts[values.indexOf(row.getCell(first))][values.indexOf(row.getCell(second))]++;
            } else if (parameters.m_ignoreMissingValues) {
                missing++;
            } else {
                throw new KNIMEException("The row \"" + row.getKey() + "\" has a missing value. Remove such rows, or"
                        + " let the Scorer ignore missing values.");
            }
        }
        final ScorerTables tables = new ScorerTables(names(values), new ConfusionCounts(counts), context);
        output.setOutData(0, tables.confusionMatrix());
        output.setOutData(1, tables.statistics());
        warn(values, missing, output);
    }

    /** Returns the values of both columns: first those that are in both, in the order of the first column. */
    private static List<DataCell> values(
            final BufferedDataTable table, final int first, final int second, final ScorerParameters parameters) {
        final Set<DataCell> firstValues = values(table, first);
        final Set<DataCell> secondValues = values(table, second);
        final Set<DataCell> ordered = new LinkedHashSet<>(firstValues);
        ordered.retainAll(secondValues);
        ordered.addAll(firstValues);
        ordered.addAll(secondValues);
        final List<DataCell> values = new ArrayList<>(ordered);
        parameters.order().sort(values);
        if (parameters.m_sortingReversed && parameters.order() != ValueOrder.UNSORTED) {
            Collections.reverse(values);
        }
        return values;
    }

    private static Set<DataCell> values(final BufferedDataTable table, final int column) {
        final DataTableSpec spec = table.getDataTableSpec();
        final DataColumnSpec columnSpec = spec.getColumnSpec(column);
        if (columnSpec.getDomain().hasValues()) {
            return columnSpec.getDomain().getValues();
        }
        final Set<DataCell> values = new LinkedHashSet<>();
        for (final DataRow row : table) {
            if (!row.getCell(column).isMissing()) {
                values.add(row.getCell(column));
            }
        }
        return values;
    }

    /** Returns a name a value; values that differ only in their type get a number. */
    private static List<String> names(final List<DataCell> values) {
        final List<String> names = new ArrayList<>();
        for (final DataCell value : values) {
            String name = value.toString();
            for (int number = 1; names.contains(name); number++) {
                name = value + "#" + number;
            }
            names.add(name);
        }
        return names;
    }

    private static void warn(final List<DataCell> values, final int missing, final ExecuteOutput output) {
        final long texts = values.stream().map(DataCell::toString).distinct().count();
        if (texts < values.size()) {
            output.setWarningMessage("Some values of the two columns read the same but have different types, so they"
                    + " count as different. Convert the columns to one type first.");
        } else if (missing > 0) {
            output.setWarningMessage(missing + " rows with a missing value were ignored.");
        }
    }
}
