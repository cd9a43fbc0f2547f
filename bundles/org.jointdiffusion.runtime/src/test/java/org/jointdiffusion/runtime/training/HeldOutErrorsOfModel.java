package org.jointdiffusion.runtime.training;

import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.model.JointModel;

/** Gives a model that was trained before denoising errors were measured those of the rows that it never saw. */
public final class HeldOutErrorsOfModel {

    private HeldOutErrorsOfModel() {}

    /**
     * The same model with its denoising errors.
     *
     * @param model the model
     * @param data the rows that it was trained on
     * @param settings those of its training: their seed and share tell which rows were held out
     */
    public static JointModel measure(
            final JointModel model,
            final TrainingImages data,
            final TrainingSettings settings,
            final ProgressMonitor monitor) {
        final PreparedTraining training =
                PreparedTraining.of(TrainingTask.of(data, model.specification().targetName()), settings);
        try (JointNetwork network = RuntimeService.shared().load(model, settings.device(), settings.precision())) {
            return new JointModel(
                    model.specification(),
                    model.weights(),
                    model.temperature(),
                    model.card(),
                    HeldOutErrors.measure(
                            network, training.judges(), training.judgingRows(), settings.schedule(), monitor));
        }
    }
}
