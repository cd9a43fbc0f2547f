package org.jointdiffusion.nodes.explainer;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.explanation.ChangePath;
import org.jointdiffusion.runtime.explanation.Counterfactual;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * The output tables while they grow: one row for each counterfactual, the sums over them, and the paths for the view.
 */
final class ExplanationTables implements AutoCloseable {

    private final ExplainerParameters m_parameters;
    private final ExecutionContext m_exec;
    private final CounterfactualColumns m_columns;
    private final TransitionSummary m_summary;
    private final BufferedDataContainer m_counterfactuals;
    private final BufferedDataContainer m_paths;

    ExplanationTables(
            final DataTableSpec input,
            final JointModelPortObjectSpec model,
            final ExplainerParameters parameters,
            final Judges judges,
            final ExecutionContext exec) {
        m_parameters = parameters;
        m_exec = exec;
        m_columns = new CounterfactualColumns(model, parameters.m_seed, judges);
        m_summary = new TransitionSummary(model, judges);
        m_counterfactuals = exec.createDataContainer(spec(input, model, parameters, judges), true);
        m_paths = exec.createDataContainer(PathColumns.SPEC, true);
    }

    /** The spec of the table of counterfactuals. */
    static DataTableSpec spec(
            final DataTableSpec input,
            final JointModelPortObjectSpec model,
            final ExplainerParameters parameters,
            final Judges judges) {
        return new CounterfactualColumns(model, parameters.m_seed, judges)
                .appendedTo(parameters.m_keepInputColumns ? input : new DataTableSpec());
    }

    /**
     * Adds a counterfactual of a row.
     *
     * @param number counts those of the same row from 1
     * @param judgement what the oracle says, if there is one
     */
    void add(
            final ImageRows.Entry entry,
            final int number,
            final Counterfactual result,
            final Optional<Judgement> judgement,
            final ChangePath path) {
        m_summary.add(result, judgement);
        append(entry, number, m_columns.cells(result, judgement), PathColumns.cells(inputRow(entry), path));
    }

    /** Adds a row that has no counterfactual, and why. */
    void addMissing(final ImageRows.Entry entry, final String reason) {
        append(entry, 1, m_columns.missing(reason), PathColumns.missing(inputRow(entry), reason));
    }

    private static String inputRow(final ImageRows.Entry entry) {
        return entry.row().getKey().getString();
    }

    private void append(final ImageRows.Entry entry, final int number, final DataCell[] cells, final DataCell[] path) {
        final RowKey input = entry.row().getKey();
        final RowKey key =
                m_parameters.hasSeveralResultsPerRow() ? new RowKey(input.getString() + "_" + number) : input;
        m_paths.addRowToTable(new DefaultRow(key, path));
        m_counterfactuals.addRowToTable(
                new DefaultRow(key, m_parameters.m_keepInputColumns ? entry.cellsAnd(cells) : cells));
    }

    /** Ends the tables that have a row for each counterfactual. */
    @Override
    public void close() {
        m_paths.close();
        m_counterfactuals.close();
    }

    /** The table of counterfactuals; only after {@link #close}. */
    BufferedDataTable counterfactuals() {
        return m_counterfactuals.getTable();
    }

    /** The paths of the counterfactuals, in their order; only after {@link #close}. */
    BufferedDataTable paths() {
        return m_paths.getTable();
    }

    /** The table of sums; the accuracy of the oracle is there if the oracle is. */
    BufferedDataTable summary(final OptionalDouble oracleAccuracy) {
        return m_summary.table(oracleAccuracy, m_exec);
    }
}
