package org.jointdiffusion.nodes.scorer;

import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.nodes.table.LabeledRows;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.scoring.ModelScore;
import org.jointdiffusion.runtime.scoring.ModelScorer;
import org.jointdiffusion.runtime.training.TrainingImages;
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

/** Scores a model on a table of test images. */
final class Scoring {

    private static final double READING_ENDS = 0.05;

    private Scoring() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        columns(input.getInTableSpec(1), input.getParameters());
        final JointModelPortObjectSpec model = input.getInPortSpec(0);
        output.setOutSpec(0, FigureTable.spec());
        output.setOutSpec(1, model == null ? null : ClassTable.spec(model));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final JointModelPortObject model = input.getInPortObject(0);
            final BufferedDataTable table = input.getInTable(1);
            final ExecutionContext exec = input.getExecutionContext();
            final Warnings warnings = new Warnings();
            if (table.size() == 0) {
                output.setOutData(0, empty(FigureTable.spec(), exec));
                output.setOutData(1, empty(ClassTable.spec(model.getSpec()), exec));
                return;
            }
            final ModelScore score = score(table, model, input.getParameters(), new NodeProgress(exec), warnings);
            if (!score.generation().problem().isEmpty()
                    && score.generation().own().samples() > 0) {
                warnings.note(score.generation().problem());
            }
            output.setOutData(0, FigureTable.of(score, exec));
            output.setOutData(1, ClassTable.of(score, model.getSpec(), exec));
            warnings.tell("were left out", output::setWarningMessage);
        });
    }

    private static ModelScore score(
            final BufferedDataTable table,
            final JointModelPortObject model,
            final ScorerParameters parameters,
            final NodeProgress progress,
            final Warnings warnings)
            throws Exception {
        final LabeledRows.Content content = columns(table.getDataTableSpec(), parameters)
                .read(table, model.getSpec(), "test images", progress.part(0, READING_ENDS));
        final TrainingImages images = content.images();
        if (images.count() == 0) {
            throw new KNIMEException("None of the " + table.size() + " rows has both an image that can be read and a "
                    + "class that the model knows: " + model.getSpec().classNames()
                    + ". Open the dialog and choose the columns with the test images and their classes.");
        }
        if (content.unusable().unusableImages() > 0) {
            warnings.note(content.unusable().unusable("were left out"));
        }
        if (!content.unknown().isEmpty()) {
            warnings.note(content.unknown().size()
                    + (content.unknown().size() == 1 ? " test image has" : " test images have")
                    + " a class that the model does not know, first \""
                    + content.unknown().get(0)
                    + "\", and cannot be scored.");
        }
        try (JointNetwork network = parameters.load(model.model());
                DeviceUse use = parameters.use("Joint Diffusion Scorer")) {
            return new ModelScorer(network, model.model())
                    .score(
                            images,
                            parameters.scoring(),
                            progress.part(READING_ENDS, 1).sharing(use));
        }
    }

    private static LabeledRows columns(final DataTableSpec spec, final ScorerParameters parameters)
            throws InvalidSettingsException {
        return new LabeledRows(
                ImageColumn.find(spec, parameters.m_imageColumn),
                ClassColumn.find(spec, parameters.m_classColumn, "column with the true classes"));
    }

    private static BufferedDataTable empty(final DataTableSpec spec, final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec);
        container.close();
        return container.getTable();
    }
}
