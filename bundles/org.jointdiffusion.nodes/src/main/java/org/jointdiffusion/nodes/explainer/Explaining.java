package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Makes a table of counterfactuals and sums it up. */
final class Explaining {

    /** How many rows are kept in memory at once: enough for a useful estimate of the time left. */
    private static final int CHUNK = 512;

    private Explaining() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ExplainerParameters parameters = input.getParameters();
        final DataTableSpec table = input.getInTableSpec(1);
        ImageColumn.find(table, parameters.m_imageColumn);
        DesiredClasses.check(table, parameters);
        final JointModelPortObjectSpec model = input.getInPortSpec(0);
        if (model != null) {
            output.setOutSpec(0, ExplanationTables.spec(table, model, parameters));
            output.setOutSpec(1, TransitionSummary.spec(model));
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final ExplainerParameters parameters = input.getParameters();
            final JointModelPortObject model = input.getInPortObject(0);
            final BufferedDataTable table = input.getInTable(1);
            final DataTableSpec spec = table.getDataTableSpec();
            final Warnings warnings = new Warnings();
            final ExplanationTables tables =
                    new ExplanationTables(spec, model.getSpec(), parameters, input.getExecutionContext());
            try (tables;
                    JointNetwork network = parameters.load(model.model())) {
                final RowExplainer explainer = new RowExplainer(
                        network,
                        model,
                        parameters,
                        DesiredClasses.of(spec, parameters, model.getSpec().classNames()),
                        tables);
                final NodeProgress progress = new NodeProgress(input.getExecutionContext());
                final ImageColumn column = ImageColumn.find(spec, parameters.m_imageColumn);
                new ImageRows(table, column, network.configuration().image())
                        .forEach(CHUNK, progress, warnings, rows -> {
                            final double start = (double) rows.get(0).number() / table.size();
                            final double end = start + (double) rows.size() / table.size();
                            explainer.explain(rows, progress.part(start, end));
                        });
            }
            output.setOutData(0, tables.counterfactuals());
            output.setOutData(1, tables.summary());
            output.setInternalData(tables.counterfactuals(), tables.paths());
            warnings.tell("got missing cells", output::setWarningMessage);
        });
    }
}
