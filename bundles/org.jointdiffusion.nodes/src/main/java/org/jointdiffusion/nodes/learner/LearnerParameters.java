package org.jointdiffusion.nodes.learner;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ExecutionParameters;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.ImageLimitParameters;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.jointdiffusion.runtime.network.NetworkPreset;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the Joint Diffusion Learner. */
@Layout(DialogSections.Data.class)
final class LearnerParameters extends ExecutionParameters {

    @Widget(
            title = "Image column",
            description = "The column with the images: image cells, or the locations of image files as Path or String. "
                    + "Rows whose image is missing or damaged are skipped.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn;

    @Widget(
            title = "Class column",
            description = "The column with the class of each image, as String or whole number. A row with a missing "
                    + "class is an unlabelled image: the model learns from it what images look like, but not which "
                    + "class it has.")
    @ChoicesProvider(TargetColumnsProvider.class)
    String m_targetColumn;

    @Widget(title = "Network", description = "How large the network is: larger ones are better and slower.")
    @ValueSwitchWidget
    @Layout(DialogSections.Model.class)
    NetworkSize m_preset = NetworkSize.SMALL;

    @Widget(title = "Image size", description = "The size in which the model sees and makes images.")
    @ValueSwitchWidget
    @ValueReference(SizeRuleReference.class)
    @Layout(DialogSections.Model.class)
    ImageSizeRule m_sizeRule = ImageSizeRule.MOST_FREQUENT;

    @Widget(title = "Width", description = "The width of the model's images in pixels, a multiple of 4.")
    @NumberInputWidget(minValidation = AtLeastEight.class, maxValidation = AtMost512.class)
    @Effect(predicate = IsCustomSize.class, type = EffectType.SHOW)
    @Layout(DialogSections.Model.class)
    int m_imageWidth = 28;

    @Widget(title = "Height", description = "The height of the model's images in pixels, a multiple of 4.")
    @NumberInputWidget(minValidation = AtLeastEight.class, maxValidation = AtMost512.class)
    @Effect(predicate = IsCustomSize.class, type = EffectType.SHOW)
    @Layout(DialogSections.Model.class)
    int m_imageHeight = 28;

    @Widget(title = "Colours", description = "Whether the model works with grey or with colour images.")
    @ValueSwitchWidget
    @Layout(DialogSections.Model.class)
    ColorRule m_colors = ColorRule.AUTOMATIC;

    @Widget(title = "Images of another size", description = "How they are brought to the size of the model.")
    @ValueSwitchWidget
    @Layout(DialogSections.Model.class)
    FitRule m_imageFit = FitRule.STRETCH;

    @Widget(title = "Train for", description = "What limits the training.")
    @RadioButtonsWidget(horizontal = true)
    @ValueReference(StopRuleReference.class)
    @Layout(DialogSections.Training.class)
    StopRule m_stopRule = StopRule.MINUTES;

    @Widget(title = "Minutes", description = "How many minutes the model is trained at most.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsLimitedByMinutes.class, type = EffectType.SHOW)
    @Layout(DialogSections.Training.class)
    double m_maximumMinutes = 5;

    @Widget(title = "Epochs", description = "How many times the model sees all images at most.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsLimitedByEpochs.class, type = EffectType.SHOW)
    @Layout(DialogSections.Training.class)
    int m_maximumEpochs = 20;

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
                    + "same share of every class. Between 0.01 and 0.5.")
    @NumberInputWidget(minValidation = AtLeastOnePercent.class, maxValidation = AtMostHalf.class)
    @Advanced
    @Layout(DialogSections.Training.class)
    double m_validationShare = 0.1;

    @Widget(title = "Batch size", description = "How many images make one training step.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(DialogSections.Training.class)
    int m_batchSize = 64;

    @Widget(title = "Learning rate", description = "How far one training step changes the model.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    @Layout(DialogSections.Training.class)
    double m_learningRate = 0.001;

    @Widget(
            title = "Weight of classification",
            description = "How much the classification counts against the denoising in the joint loss. Higher values "
                    + "give a better classifier and rougher images.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    @Layout(DialogSections.Training.class)
    double m_classificationWeight = 0.05;

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
                    + "the same computer give the same model, as long as the training is limited by epochs.")
    @Layout(DialogSections.Training.class)
    long m_seed = 42;

    @Widget(
            title = "Preview images per class",
            description = "How many images of each class the finished model makes for the third output; 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(DialogSections.Output.class)
    int m_previewsPerClass = 4;

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
        m_imageLimits.validate();
        if (m_sizeRule == ImageSizeRule.CUSTOM) {
            validateSide("width", m_imageWidth);
            validateSide("height", m_imageHeight);
        }
        checkSetting(m_maximumMinutes > 0, "The training needs more than %s minutes.", m_maximumMinutes);
        checkSetting(m_maximumEpochs >= 1, "The training needs at least 1 epoch, not %s.", m_maximumEpochs);
        checkSetting(m_patience >= 1, "The patience is at least 1 evaluation, not %s.", m_patience);
        checkSetting(
                m_minimumImprovement >= 0 && m_minimumImprovement < 1,
                "The smallest improvement is %s. Choose a share of at least 0 and below 1.",
                m_minimumImprovement);
        checkSetting(
                m_validationShare >= 0.01 && m_validationShare <= 0.5,
                "The validation share is %s. Choose a share between 0.01 and 0.5.",
                m_validationShare);
        checkSetting(m_batchSize >= 1, "A batch has at least 1 image, not %s.", m_batchSize);
        checkSetting(
                m_learningRate > 0 && m_learningRate <= 1,
                "The learning rate is %s. Choose one above 0 and at most 1.",
                m_learningRate);
        checkSetting(
                m_classificationWeight > 0, "The weight of classification is above 0, not %s.", m_classificationWeight);
        checkSetting(m_maximumShift >= 0, "The largest shift is not negative: %s.", m_maximumShift);
        checkSetting(m_previewsPerClass >= 0, "The number of previews is not negative: %s.", m_previewsPerClass);
    }

    private static void validateSide(final String side, final int pixels) throws InvalidSettingsException {
        checkSetting(
                pixels >= 8 && pixels <= 512 && pixels % NetworkPreset.SIZE_MULTIPLE == 0,
                "The image %s is %s pixels. Choose a multiple of %s between 8 and 512.",
                side,
                pixels,
                NetworkPreset.SIZE_MULTIPLE);
    }

    static final class SizeRuleReference implements ParameterReference<ImageSizeRule> {}

    static final class StopRuleReference implements ParameterReference<StopRule> {}

    static final class EarlyStoppingReference implements BooleanReference {}

    static final class IsCustomSize implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SizeRuleReference.class).isOneOf(ImageSizeRule.CUSTOM);
        }
    }

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

    static final class AtLeastEight extends MinValidation {
        @Override
        protected double getMin() {
            return 8;
        }
    }

    static final class AtMost512 extends MaxValidation {
        @Override
        protected double getMax() {
            return 512;
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
