package org.jointdiffusion.nodes.learner;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ExecutionParameters;
import org.jointdiffusion.runtime.network.NetworkOptions;
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
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The learner's settings of the network and its images. */
@Layout(DialogSections.Model.class)
abstract class NetworkParameters extends ExecutionParameters {

    @TextMessage(LearnerPorts.ContinuingMessage.class)
    Void m_continuing;

    @TextMessage(LearnerExpense.class)
    Void m_expense;

    @Widget(title = "Network", description = "How large the network is: larger ones are better and slower.")
    @ValueSwitchWidget
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @ValueReference(LearnerReferences.Preset.class)
    NetworkSize m_preset = NetworkSize.SMALL;

    @Widget(title = "Image size", description = "The size in which the model sees and makes images.")
    @ValueSwitchWidget
    @ValueReference(SizeRuleReference.class)
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    ImageSizeRule m_sizeRule = ImageSizeRule.MOST_FREQUENT;

    @Widget(title = "Width", description = "The width of the model's images in pixels, a multiple of 4.")
    @NumberInputWidget(minValidation = AtLeastEight.class, maxValidation = AtMost512.class)
    @Effect(predicate = IsCustomSize.class, type = EffectType.SHOW)
    @ValueReference(LearnerReferences.Width.class)
    int m_imageWidth = 28;

    @Widget(title = "Height", description = "The height of the model's images in pixels, a multiple of 4.")
    @NumberInputWidget(minValidation = AtLeastEight.class, maxValidation = AtMost512.class)
    @Effect(predicate = IsCustomSize.class, type = EffectType.SHOW)
    @ValueReference(LearnerReferences.Height.class)
    int m_imageHeight = 28;

    @Widget(title = "Colours", description = "Whether the model works with grey or with colour images.")
    @ValueSwitchWidget
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @ValueReference(LearnerReferences.Colors.class)
    ColorRule m_colors = ColorRule.AUTOMATIC;

    @Widget(title = "Images of another size", description = "How they are brought to the size of the model.")
    @ValueSwitchWidget
    FitRule m_imageFit = FitRule.STRETCH;

    @Widget(
            title = "Channels",
            description = "How many feature maps the network has at its largest size, a multiple of 4; smaller sizes "
                    + "have two or three times as many. Twice as many take up to four times as long. If not set, the "
                    + "chosen network decides.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualChannels.class)
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(LearnerReferences.Channels.class)
    Optional<Integer> m_channels = Optional.empty();

    @Widget(
            title = "Levels",
            description = "At how many sizes, each half of the one before, the network looks at an image. More levels "
                    + "see larger shapes and need image sizes that can be halved as often. If not set, the chosen "
                    + "network and the image size decide.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualLevels.class)
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(LearnerReferences.Levels.class)
    Optional<Integer> m_levels = Optional.empty();

    @Widget(
            title = "Residual blocks",
            description = "How many blocks of two convolutions the network has at each level. If not set, the chosen "
                    + "network decides.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = UsualBlocks.class)
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(LearnerReferences.ResidualBlocks.class)
    Optional<Integer> m_residualBlocks = Optional.empty();

    @Widget(
            title = "Dropout",
            description = "Which share of the feature maps is left out at random in each training step, at least 0 and "
                    + "below 1. More helps against learning few images by heart, and slows the training down. If not "
                    + "set, the chosen network decides.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OptionalWidget(defaultProvider = UsualDropout.class)
    @Effect(predicate = LearnerPorts.HasModel.class, type = EffectType.HIDE)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    Optional<Double> m_dropout = Optional.empty();

    @Override
    public void validate() throws InvalidSettingsException {
        final int multiple;
        try {
            multiple = sizeMultiple();
        } catch (final IllegalArgumentException exception) {
            throw new InvalidSettingsException(exception.getMessage(), exception);
        }
        if (m_sizeRule == ImageSizeRule.CUSTOM) {
            validateSide("width", m_imageWidth, multiple);
            validateSide("height", m_imageHeight, multiple);
        }
    }

    /** What differs from the chosen network; {@link IllegalArgumentException} when that cannot be. */
    final NetworkOptions options() {
        return new NetworkOptions(
                m_channels.map(OptionalInt::of).orElse(OptionalInt.empty()),
                m_levels.map(OptionalInt::of).orElse(OptionalInt.empty()),
                m_residualBlocks.map(OptionalInt::of).orElse(OptionalInt.empty()),
                m_dropout.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    /** What the width and the height of the model's images are multiples of. */
    final int sizeMultiple() {
        return m_preset.preset().sizeMultiple(options());
    }

    private static void validateSide(final String side, final int pixels, final int multiple)
            throws InvalidSettingsException {
        checkSetting(
                pixels >= 8 && pixels <= 512 && pixels % multiple == 0,
                "The image %s is %s pixels. Choose a multiple of %s between 8 and 512.",
                side,
                pixels,
                multiple);
    }

    static final class SizeRuleReference implements ParameterReference<ImageSizeRule> {}

    static final class IsCustomSize implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SizeRuleReference.class)
                    .isOneOf(ImageSizeRule.CUSTOM)
                    .and(i.getPredicate(new LearnerPorts.HasModel()).negate());
        }
    }

    static final class UsualChannels implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 64;
        }
    }

    static final class UsualLevels implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 2;
        }
    }

    static final class UsualBlocks implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 2;
        }
    }

    static final class UsualDropout implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.1;
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
}
