package org.jointdiffusion.nodes.learner;

import java.util.Optional;
import org.jointdiffusion.nodes.execution.GuardedExecution;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.table.ClassColumn;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.engine.DeviceUse;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.training.CheckpointFolder;
import org.jointdiffusion.runtime.training.JointTraining;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingResult;
import org.jointdiffusion.runtime.training.TrainingTask;
import org.jointdiffusion.runtime.training.TrainingTask.Outcome;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Trains a model on the images of a table. */
final class Learning {

    /** Which share of the progress bar reading and previews take; the training has the rest. */
    private static final double READING_ENDS = 0.05;

    /** The training images' share of the reading; the validation images have the rest. */
    private static final double TRAINING_IMAGES_END = 0.8;

    private static final double PREVIEWS_BEGIN = 0.95;

    private Learning() {}

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final LearnerParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        ImageColumn.find(spec, parameters.m_imageColumn);
        final ClassColumn classes = ClassColumn.find(spec, parameters.m_targetColumn, "class column");
        if (parameters.m_imageColumn.equals(parameters.m_targetColumn)) {
            throw new InvalidSettingsException("The column \"" + parameters.m_imageColumn
                    + "\" is chosen both for the images and for the classes. Choose two different columns.");
        }
        final PortObjectSpec[] inputs = input.getInPortSpecs();
        final Optional<JointModelPortObjectSpec> earlier = LearnerPorts.model(inputs);
        if (earlier.isPresent()) {
            Continuation.check(earlier.get(), classes);
        }
        final Optional<DataTableSpec> validation = LearnerPorts.validation(inputs);
        if (validation.isPresent()) {
            ValidationTable.find(validation.get(), parameters, classes.type());
        }
        // the model and its previews depend on the classes in the data, which nobody has looked at yet
        output.setOutSpec(1, HistoryTable.spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        GuardedExecution.run(() -> {
            final LearnerParameters parameters = input.getParameters();
            final NodeProgress progress = new NodeProgress(input.getExecutionContext());
            final Warnings warnings = new Warnings();
            final ClassColumn classes =
                    ClassColumn.find(input.getInTable(0).getDataTableSpec(), parameters.m_targetColumn, "class column");
            final TrainingTask task = task(input, classes, progress.part(0, READING_ENDS), warnings);
            try (DeviceUse use = parameters.use("Joint Diffusion Learner")) {
                train(task, classes, input, output, progress.sharing(use), warnings);
            }
            warnings.tell("were skipped", output::setWarningMessage);
        });
    }

    private static void train(
            final TrainingTask task,
            final ClassColumn classes,
            final ExecuteInput input,
            final ExecuteOutput output,
            final NodeProgress progress,
            final Warnings warnings)
            throws Exception {
        final LearnerParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final TrainingResult result = JointTraining.train(
                task,
                TrainingChoices.of(parameters, task.images(), task.start().map(start -> start.model()
                        .specification())),
                progress.part(READING_ENDS, PREVIEWS_BEGIN));
        result.notes().forEach(warnings::note);
        final JointModelPortObject trained = new JointModelPortObject(result.model(), classes.type());
        final BufferedDataTable history = HistoryTable.of(result.history(), exec);
        final PreviewTable.Previews previews;
        try (JointNetwork network = parameters.load(result.model())) {
            previews = PreviewTable.make(trained, network, parameters, exec, progress.part(PREVIEWS_BEGIN, 1));
        }
        final JointModelPortObject model = new JointModelPortObject(
                result.model().withSamples(previews.samples()), classes.type(), result.state());
        output.setOutData(0, model);
        output.setOutData(1, history);
        output.setOutData(2, previews.table());
        output.setInternalData(LearnerViewTables.make(history, previews.table(), result, model, exec));
    }

    /** Reads what is to be learned from the input ports. */
    private static TrainingTask task(
            final ExecuteInput input, final ClassColumn classes, final NodeProgress progress, final Warnings warnings)
            throws InvalidSettingsException, KNIMEException {
        final LearnerParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final PortObject[] inputs = input.getInPortObjects();
        final Optional<JointModelPortObject> earlier = LearnerPorts.model(inputs);
        if (earlier.isPresent()) {
            Continuation.check(earlier.get().getSpec(), classes);
        }
        final ImageColumn column = ImageColumn.find(table.getDataTableSpec(), parameters.m_imageColumn)
                .within(parameters.m_imageLimits.limits());
        final TrainingImages images = new TrainingTable(
                        table, column, classes, parameters, earlier.map(JointModelPortObject::getSpec))
                .read(progress.part(0, TRAINING_IMAGES_END), warnings);
        TrainingTask task = TrainingTask.of(
                        images,
                        earlier.map(model -> model.getSpec().targetName()).orElse(classes.name()))
                .giving(parameters.m_keepTrainingState ? Outcome.MODEL_AND_STATE : Outcome.MODEL);
        if (parameters.m_keepCheckpoints) {
            task = task.keepingCheckpoints(CheckpointFolder.usual());
        }
        if (earlier.isPresent()) {
            task = task.goingOnFrom(earlier.get().startingPoint());
        }
        final Optional<BufferedDataTable> validation = LearnerPorts.validation(inputs);
        if (validation.isPresent()) {
            task = task.judgedBy(ValidationTable.find(validation.get().getDataTableSpec(), parameters, classes.type())
                    .read(validation.get(), images, progress.part(TRAINING_IMAGES_END, 1), warnings));
        }
        return task;
    }
}
