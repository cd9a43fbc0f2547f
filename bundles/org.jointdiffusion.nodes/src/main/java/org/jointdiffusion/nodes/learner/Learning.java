package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingResult;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Trains a model on the images of a table. */
final class Learning {

    /** Which share of the progress bar reading and previews take; the training has the rest. */
    private static final double READING_ENDS = 0.05;

    private static final double PREVIEWS_BEGIN = 0.95;

    private Learning() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final LearnerParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        ImageColumn.find(spec, parameters.m_imageColumn);
        ClassColumn.find(spec, parameters.m_targetColumn, "class column");
        if (parameters.m_imageColumn.equals(parameters.m_targetColumn)) {
            throw new InvalidSettingsException("The column \"" + parameters.m_imageColumn
                    + "\" is chosen both for the images and for the classes. Choose two different columns.");
        }
        // the model and its previews depend on the classes in the data, which nobody has looked at yet
        output.setOutSpec(1, HistoryTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final LearnerParameters parameters = input.getParameters();
            final BufferedDataTable table = input.getInTable(0);
            final DataTableSpec spec = table.getDataTableSpec();
            final ClassColumn classes = ClassColumn.find(spec, parameters.m_targetColumn, "class column");
            final NodeProgress progress = new NodeProgress(input.getExecutionContext());
            final Warnings warnings = new Warnings();

            final TrainingImages images = new TrainingTable(
                            table,
                            ImageColumn.find(spec, parameters.m_imageColumn).within(parameters.m_imageLimits.limits()),
                            classes,
                            parameters)
                    .read(progress.part(0, READING_ENDS), warnings);
            final TrainingResult result = JointTraining.train(
                    images,
                    TrainingChoices.of(parameters, images),
                    classes.name(),
                    progress.part(READING_ENDS, PREVIEWS_BEGIN));
            final JointModelPortObject model = new JointModelPortObject(result.model(), classes.type());
            output.setOutData(0, model);
            final BufferedDataTable history = HistoryTable.of(result.history(), input.getExecutionContext());
            final BufferedDataTable previews;
            try (JointNetwork network = parameters.load(model.model())) {
                previews = PreviewTable.make(
                        model, network, parameters, input.getExecutionContext(), progress.part(PREVIEWS_BEGIN, 1));
            }
            output.setOutData(1, history);
            output.setOutData(2, previews);
            output.setInternalData(
                    LearnerViewTables.make(history, previews, result, model, input.getExecutionContext()));
            warnings.tell("were skipped", output::setWarningMessage);
        });
    }
}
