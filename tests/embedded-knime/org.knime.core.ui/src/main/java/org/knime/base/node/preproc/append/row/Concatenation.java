package org.knime.base.node.preproc.append.row;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Puts the rows of tables one below the other. */
final class Concatenation {

    private Concatenation() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) {
        output.setOutSpecs(combine(input.getInTableSpecs(), input.getParameters()));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final ConcatenateParameters parameters = input.getParameters();
        final ExecutionContext context = input.getExecutionContext();
        final BufferedDataTable[] tables = input.getInTables();
        final DataTableSpec spec = combine(
                Arrays.stream(tables).map(BufferedDataTable::getDataTableSpec).toArray(DataTableSpec[]::new),
                parameters);
        final BufferedDataContainer container = context.createDataContainer(spec, true);
        final Set<String> seen = new HashSet<>();
        for (final BufferedDataTable table : tables) {
            for (final DataRow row : table) {
                context.checkCanceled();
                final Optional<RowKey> key = parameters.m_createNewRowIds
                        ? Optional.of(RowKey.createRowKey(container.size()))
                        : unused(row.getKey().getString(), seen, parameters);
                if (key.isPresent()) {
                    container.addRowToTable(new DefaultRow(key.get(), cells(row, table.getDataTableSpec(), spec)));
                }
            }
        }
        container.close();
        output.setOutData(container.getTable());
    }

    /** Returns the columns of all tables, or those that all have, in the order in which they first come. */
    private static DataTableSpec combine(final DataTableSpec[] tables, final ConcatenateParameters parameters) {
        final Map<String, DataType> columns = new LinkedHashMap<>();
        for (final DataTableSpec table : tables) {
            for (final DataColumnSpec column : table) {
                columns.merge(column.getName(), column.getType(), DataType::getCommonSuperType);
            }
        }
        if (parameters.m_intersectionOfColumns) {
            columns.keySet().removeIf(name -> !Arrays.stream(tables).allMatch(table -> table.containsName(name)));
        }
        return new DataTableSpec(columns.entrySet().stream()
                .map(column -> new DataColumnSpecCreator(column.getKey(), column.getValue()).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    /** Returns the ID that a row gets, empty if it is left out. */
    private static Optional<RowKey> unused(
            final String wanted, final Set<String> seen, final ConcatenateParameters parameters) throws KNIMEException {
        String key = wanted;
        while (!seen.add(key)) {
            if (parameters.m_failOnDuplicates) {
                throw new KNIMEException("Two rows have the ID \"" + key
                        + "\". Let the Concatenate number the rows anew, or append a suffix.");
            }
            if (!parameters.m_appendSuffix) {
                return Optional.empty();
            }
            key += parameters.m_suffix;
        }
        return Optional.of(new RowKey(key));
    }

    private static DataCell[] cells(final DataRow row, final DataTableSpec from, final DataTableSpec to) {
        return to.stream()
                .map(column -> from.findColumnIndex(column.getName()))
                .map(index -> index < 0 ? DataType.getMissingCell() : row.getCell(index))
                .toArray(DataCell[]::new);
    }
}
