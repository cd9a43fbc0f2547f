package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.training.Augmentation;
import org.jointdiffusion.runtime.training.OptimizerSettings;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingSettings;
import org.jointdiffusion.runtime.training.ValidationSettings;

/** Translates the learner's settings into the words of the runtime. */
final class TrainingChoices {

    private TrainingChoices() {}

    static TrainingSettings of(final LearnerParameters parameters, final TrainingImages images) {
        final NetworkConfiguration network = parameters
                .m_preset
                .preset()
                .configure(images.shape(), images.classNames().size());
        return TrainingSettings.of(network)
                .withBudget(budget(parameters))
                .withBatchSize(parameters.m_batchSize)
                .withOptimizer(OptimizerSettings.DEFAULT
                        .withLearningRate(parameters.m_learningRate)
                        .withClassificationWeight(parameters.m_classificationWeight))
                .withValidation(validation(parameters))
                .withAugmentation(new Augmentation(
                        parameters.m_horizontalFlips ? Augmentation.Flip.HORIZONTAL : Augmentation.Flip.NEVER,
                        parameters.m_maximumShift))
                .withSeed(parameters.m_seed)
                .withDevice(parameters.device())
                .withPrecision(parameters.precision());
    }

    private static TrainingBudget budget(final LearnerParameters parameters) {
        return switch (parameters.m_stopRule) {
            case MINUTES -> TrainingBudget.ofMinutes(parameters.m_maximumMinutes);
            case EPOCHS -> TrainingBudget.ofEpochs(parameters.m_maximumEpochs);
        };
    }

    private static ValidationSettings validation(final LearnerParameters parameters) {
        final ValidationSettings settings = new ValidationSettings(parameters.m_validationShare, Integer.MAX_VALUE, 0);
        return parameters.m_earlyStopping
                ? settings.withEarlyStopping(parameters.m_patience, parameters.m_minimumImprovement)
                : settings;
    }
}
