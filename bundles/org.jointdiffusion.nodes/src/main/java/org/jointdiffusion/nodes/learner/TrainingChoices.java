package org.jointdiffusion.nodes.learner;

import java.util.Optional;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.training.Augmentation;
import org.jointdiffusion.runtime.training.TrainingBudget;
import org.jointdiffusion.runtime.training.TrainingImages;
import org.jointdiffusion.runtime.training.TrainingSettings;
import org.jointdiffusion.runtime.training.ValidationSettings;

/** Translates the learner's settings into the words of the runtime. */
final class TrainingChoices {

    private TrainingChoices() {}

    /**
     * The settings of a training.
     *
     * @param earlier the model from which the training goes on: its network and its noise schedule count
     */
    static TrainingSettings of(
            final LearnerParameters parameters,
            final TrainingImages images,
            final Optional<ModelSpecification> earlier) {
        final int classes = images.classNames().size();
        final NetworkConfiguration network = earlier.map(
                        model -> model.network().withClasses(classes))
                .orElseGet(() -> parameters.m_preset.preset().configure(images.shape(), classes, parameters.options()));
        final TrainingSettings usual = TrainingSettings.of(network);
        return usual.withSchedule(earlier.map(ModelSpecification::schedule).orElse(usual.schedule()))
                .withBudget(budget(parameters))
                .withBatchSize(parameters.m_batchSize)
                .withRowsAtOnce(parameters.imagesAtOnce())
                .withOptimizer(parameters.optimizer().withClassWeighting(parameters.m_classWeights.weighting()))
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
            case STEPS -> TrainingBudget.ofSteps(parameters.m_maximumSteps);
        };
    }

    private static ValidationSettings validation(final LearnerParameters parameters) {
        final ValidationSettings settings = new ValidationSettings(parameters.m_validationShare, Integer.MAX_VALUE, 0);
        return parameters.m_earlyStopping
                ? settings.withEarlyStopping(parameters.m_patience, parameters.m_minimumImprovement)
                : settings;
    }
}
