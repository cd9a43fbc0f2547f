package org.jointdiffusion.nodes.explainer;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.training.TrainingImages;
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

    /** Which share of the progress bar reading the labeled images and training the oracle take. */
    private static final double READING_ENDS = 0.02;

    private static final double ORACLE_ENDS = 0.2;

    private Explaining() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ExplainerParameters parameters = input.getParameters();
        final DataTableSpec table = input.getInTableSpec(1);
        ImageColumn.find(table, parameters.m_imageColumn);
        DesiredClasses.check(table, parameters);
        RowMasks.of(table, parameters);
        final JointModelPortObjectSpec model = input.getInPortSpec(0);
        final Judges judges = judges(input.getInPortSpecs().length);
        if (judges == Judges.CLASSIFIER_AND_ORACLE) {
            LabeledImages.find(input.getInTableSpec(LabeledImages.PORT), parameters, model);
        }
        if (model != null) {
            output.setOutSpec(0, ExplanationTables.spec(table, model, parameters, judges));
            output.setOutSpec(1, TransitionSummary.spec(model, judges));
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
            final Judges judges = judges(input.getInPortObjects().length);
            final ExplanationTables tables =
                    new ExplanationTables(spec, model.getSpec(), parameters, judges, input.getExecutionContext());
            final OptionalDouble accuracy;
            try (tables;
                    DeviceUse use = parameters.use("Counterfactual Explainer");
                    OracleJudge oracle = judges == Judges.CLASSIFIER ? null : oracle(input, use, warnings);
                    JointNetwork network = parameters.load(model.model())) {
                accuracy = oracle == null ? OptionalDouble.empty() : OptionalDouble.of(oracle.accuracy());
                final RowExplainer explainer = new RowExplainer(
                        network,
                        model,
                        parameters,
                        DesiredClasses.of(spec, parameters, model.getSpec().classNames()),
                        RowMasks.of(spec, parameters),
                        Optional.ofNullable(oracle),
                        tables);
                final NodeProgress progress = new NodeProgress(input.getExecutionContext()).sharing(use);
                final NodeProgress rest = oracle == null ? progress : progress.part(ORACLE_ENDS, 1);
                final ImageColumn column =
                        ImageColumn.find(spec, parameters.m_imageColumn).within(parameters.m_imageLimits.limits());
                new ImageRows(table, column, network.configuration().image()).forEach(CHUNK, rest, warnings, rows -> {
                    final double start = (double) rows.get(0).number() / table.size();
                    final double end = start + (double) rows.size() / table.size();
                    explainer.explain(rows, rest.part(start, end));
                });
                explainer.tellTimeUsedUp(warnings);
            }
            output.setOutData(0, tables.counterfactuals());
            output.setOutData(1, tables.summary(accuracy));
            output.setInternalData(tables.counterfactuals(), tables.paths());
            warnings.tell("got missing cells", output::setWarningMessage);
        });
    }

    private static OracleJudge oracle(final ExecuteInput input, final DeviceUse use, final Warnings warnings)
            throws Exception {
        final NodeProgress progress = new NodeProgress(input.getExecutionContext()).sharing(use);
        final ExplainerParameters parameters = input.getParameters();
        final JointModelPortObject model = input.getInPortObject(0);
        final BufferedDataTable table = input.getInTable(LabeledImages.PORT);
        final TrainingImages images = LabeledImages.find(table.getDataTableSpec(), parameters, model.getSpec())
                .read(table, model.getSpec(), progress.part(0, READING_ENDS), warnings);
        return OracleJudge.train(images, parameters, progress.part(READING_ENDS, ORACLE_ENDS), warnings);
    }

    private static Judges judges(final int ports) {
        return ports > LabeledImages.PORT ? Judges.CLASSIFIER_AND_ORACLE : Judges.CLASSIFIER;
    }
}
