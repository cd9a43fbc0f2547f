package org.jointdiffusion.nodes.learner;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.ImageLimitParameters;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the Joint Diffusion Learner. */
@Layout(DialogSections.Data.class)
final class LearnerParameters extends OptimizationParameters {

    @Widget(
            title = "Image column",
            description = "The column with the images: image cells, or the locations of image files as Path or String. "
                    + "Rows whose image is missing or damaged are skipped.")
    @ChoicesProvider(ImageColumnsProvider.class)
    @ValueReference(LearnerReferences.Images.class)
    String m_imageColumn;

    @Widget(
            title = "Class column",
            description = "The column with the class of each image, as String or whole number. A row with a missing "
                    + "class is an unlabelled image: the model learns from it what images look like, but not which "
                    + "class it has.")
    @ChoicesProvider(TargetColumnsProvider.class)
    String m_targetColumn;

    @Widget(title = "Train for", description = "What limits the training.")
    @RadioButtonsWidget(horizontal = true)
    @ValueReference(StopRuleReference.class)
    @Layout(DialogSections.Training.class)
    StopRule m_stopRule = StopRule.MINUTES;

    @Widget(title = "Minutes", description = "How many minutes the model is trained at most.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsLimitedByMinutes.class, type = EffectType.SHOW)
    @Layout(DialogSections.Training.class)
    @ValueReference(LearnerReferences.Minutes.class)
    double m_maximumMinutes = 5;

    @Widget(title = "Epochs", description = "How many times the model sees all images at most.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsLimitedByEpochs.class, type = EffectType.SHOW)
    @Layout(DialogSections.Training.class)
    @ValueReference(LearnerReferences.Epochs.class)
    int m_maximumEpochs = 20;

    @Widget(title = "Steps", description = "How many training steps, each with one batch of images, are taken at most.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsLimitedBySteps.class, type = EffectType.SHOW)
    @Layout(DialogSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(LearnerReferences.Steps.class)
    int m_maximumSteps = 2000;

    @Widget(
            title = "Stop early",
            description =
                    "Ends the training as soon as the validation images no longer profit from it. The best model is "
                            + "kept in any case.")
    @ValueReference(EarlyStoppingReference.class)
    @Layout(DialogSections.Training.class)
    boolean m_earlyStopping;

    @Widget(title = "Patience", description = "After how many evaluations without improvement the training ends.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = EarlyStoppingReference.class, type = EffectType.SHOW)
    @Advanced
    @Layout(DialogSections.Training.class)
    int m_patience = 10;

    @Widget(
            title = "Smallest improvement",
            description = "By which share the validation loss has to fall to count as an improvement: 0.001 is a "
                    + "thousandth.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = EarlyStoppingReference.class, type = EffectType.SHOW)
    @Advanced
    @Layout(DialogSections.Training.class)
    double m_minimumImprovement = 0.001;

    @Widget(
            title = "Validation share",
            description = "Which share of the labelled images is kept out of the training to judge the model, the "
                    + "same share of every class. Between 0.01 and 0.5. Not used if validation images are connected.")
    @NumberInputWidget(minValidation = AtLeastOnePercent.class, maxValidation = AtMostHalf.class)
    @Effect(predicate = LearnerPorts.HasValidation.class, type = EffectType.HIDE)
    @Advanced
    @Layout(DialogSections.Training.class)
    double m_validationShare = 0.1;

    @Widget(title = "Class weights", description = "How much the images of each class count in the classification.")
    @RadioButtonsWidget
    @Layout(DialogSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    ClassWeights m_classWeights = ClassWeights.NONE;

    @Widget(
            title = "Mirror images at random",
            description = "Shows the model each image and its mirror image. Only for images whose mirror image could "
                    + "be real: not for text or digits.")
    @Layout(DialogSections.Training.class)
    boolean m_horizontalFlips;

    @Widget(
            title = "Shift images at random",
            description = "By how many pixels images are moved at most, in each direction, before the classifier sees "
                    + "them; 0 for not at all. Makes the classifier see shapes rather than places.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(DialogSections.Training.class)
    int m_maximumShift = 2;

    @Widget(
            title = "Seed",
            description = "The number from which all random decisions are drawn. The same seed, data and settings on "
                    + "the same computer give the same model, as long as the training is limited by epochs or steps "
                    + "and computed by the processor; GPUs round differently each time.")
    @Layout(DialogSections.Training.class)
    long m_seed = 42;

    @Widget(
            title = "Preview images per class",
            description = "How many images of each class the finished model makes for the third output; 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(DialogSections.Output.class)
    int m_previewsPerClass = 4;

    @Widget(
            title = "Keep the state of the training",
            description = "Stores in the model port what another learner needs to continue this training as if it had "
                    + "not ended, instead of with an optimizer that begins anew. The model then takes four times as "
                    + "much space in the workflow. Files of the Model Writer never hold it.")
    @Advanced
    @Layout(DialogSections.Output.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_keepTrainingState;

    @Widget(
            title = "Keep checkpoints",
            description = "Writes where the training is to the folder for temporary files, about once a minute. If "
                    + "KNIME ends unexpectedly, or the node is cancelled, executing it again with the same images and "
                    + "settings goes on from there and gives the same model. The file is removed when the training "
                    + "ends, and after a week at the latest; it takes up to seven times as much space as the model.")
    @Advanced
    @Layout(DialogSections.Output.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_keepCheckpoints;

    @Layout(DialogSections.Limits.class)
    @Migrate(loadDefaultIfAbsent = true)
    ImageLimitParameters m_imageLimits = new ImageLimitParameters();

    LearnerParameters() {
        // the defaults above
    }

    LearnerParameters(final NodeParametersInput input) {
        m_imageColumn = ImageColumnsProvider.guess(input, 0);
        m_targetColumn = TargetColumnsProvider.guess(input, 0);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        m_imageLimits.validate();
        checkSetting(m_maximumMinutes > 0, "The training needs more than %s minutes.", m_maximumMinutes);
        checkSetting(m_maximumEpochs >= 1, "The training needs at least 1 epoch, not %s.", m_maximumEpochs);
        checkSetting(m_maximumSteps >= 1, "The training needs at least 1 step, not %s.", m_maximumSteps);
        checkSetting(m_patience >= 1, "The patience is at least 1 evaluation, not %s.", m_patience);
        checkSetting(
                m_minimumImprovement >= 0 && m_minimumImprovement < 1,
                "The smallest improvement is %s. Choose a share of at least 0 and below 1.",
                m_minimumImprovement);
        checkSetting(
                m_validationShare >= 0.01 && m_validationShare <= 0.5,
                "The validation share is %s. Choose a share between 0.01 and 0.5.",
                m_validationShare);
        checkSetting(m_maximumShift >= 0, "The largest shift is not negative: %s.", m_maximumShift);
        checkSetting(m_previewsPerClass >= 0, "The number of previews is not negative: %s.", m_previewsPerClass);
    }

    static final class StopRuleReference implements ParameterReference<StopRule> {}

    static final class EarlyStoppingReference implements BooleanReference {}

    static final class IsLimitedByMinutes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StopRuleReference.class).isOneOf(StopRule.MINUTES);
        }
    }

    static final class IsLimitedByEpochs implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StopRuleReference.class).isOneOf(StopRule.EPOCHS);
        }
    }

    static final class IsLimitedBySteps implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StopRuleReference.class).isOneOf(StopRule.STEPS);
        }
    }

    static final class AtLeastOnePercent extends MinValidation {
        @Override
        protected double getMin() {
            return 0.01;
        }
    }

    static final class AtMostHalf extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.5;
        }
    }
}
