package org.jointdiffusion.nodes.predictor;

import java.util.Iterator;
import java.util.List;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.ImageRows;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.knime.core.data.def.DefaultRow;
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

/** Appends predictions to a table with images. */
final class Predicting {

    private Predicting() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final PredictorParameters parameters = input.getParameters();
        ImageColumn.find(input.getInTableSpec(1), parameters.m_imageColumn);
        final JointModelPortObjectSpec model = input.getInPortSpec(0);
        // before the learner has run nobody knows the classes, so nobody knows the columns
        output.setOutSpec(
                0, model == null ? null : new PredictionColumns(model, parameters).appendedTo(input.getInTableSpec(1)));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final PredictorParameters parameters = input.getParameters();
            final JointModelPortObject model = input.getInPortObject(0);
            final Warnings warnings = new Warnings();
            try (JointNetwork network = parameters.load(model.model());
                    DeviceUse use = parameters.use("Classifier Predictor")) {
                final NodeProgress progress = new NodeProgress(input.getExecutionContext()).sharing(use);
                output.setOutData(
                        0,
                        predict(
                                input.getInTable(1),
                                model,
                                network,
                                parameters,
                                input.getExecutionContext(),
                                progress,
                                warnings));
            }
            warnings.tell("got missing predictions", output::setWarningMessage);
        });
    }

    private static BufferedDataTable predict(
            final BufferedDataTable table,
            final JointModelPortObject model,
            final JointNetwork network,
            final PredictorParameters parameters,
            final ExecutionContext exec,
            final NodeProgress progress,
            final Warnings warnings)
            throws Exception {
        final PredictionColumns columns = new PredictionColumns(model.getSpec(), parameters);
        final ImageAssessor assessor = ImageAssessor.of(network, model.model(), parameters, progress, warnings);
        final BufferedDataContainer container =
                exec.createDataContainer(columns.appendedTo(table.getDataTableSpec()), true);
        final ImageRows rows = new ImageRows(
                table,
                ImageColumn.find(table.getDataTableSpec(), parameters.m_imageColumn)
                        .within(parameters.m_imageLimits.limits()),
                network.configuration().image());
        try {
            rows.forEach(
                    Classifier.automaticBatchSize(network.configuration()),
                    progress,
                    warnings,
                    entries -> append(entries, assessor, columns, container));
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private static void append(
            final List<ImageRows.Entry> entries,
            final ImageAssessor assessor,
            final PredictionColumns columns,
            final BufferedDataContainer container) {
        final Iterator<Assessment> assessments = assessor.assess(entries.stream()
                        .filter(ImageRows.Entry::isUsable)
                        .map(ImageRows.Entry::pixels)
                        .toList())
                .iterator();
        for (final ImageRows.Entry entry : entries) {
            final var cells = entry.isUsable()
                    ? columns.cells(assessments.next())
                    : columns.missing(entry.image().problem());
            container.addRowToTable(new DefaultRow(entry.row().getKey(), entry.cellsAnd(cells)));
        }
    }
}
