package org.jointdiffusion.nodes.explainer;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import java.util.Optional;
import org.jointdiffusion.nodes.settings.AtMostOne;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.GuidedParameters;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.ImageLimitParameters;
import org.jointdiffusion.nodes.settings.ModelClassesProvider;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.jointdiffusion.runtime.explanation.ExplanationSettings;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The settings of the Counterfactual Explainer. */
@Layout(DialogSections.Data.class)
final class ExplainerParameters extends GuidedParameters {

    private static final double LARGEST_STRENGTH = 10;

    private static final double USUAL_SECONDS = 10;

    private static final double LONGEST_SECONDS = 86_400;

    @TextMessage(ExplainerExpense.class)
    Void m_expense;

    @Widget(
            title = "Image column",
            description = "The column with the images: image cells, or the locations of image files as Path or String. "
                    + "Images of another size are scaled to the size of the model.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn;

    @Widget(
            title = "Use a mask of what may change",
            description = "The column with a black and white image for each row, or the location of one: only "
                    + "where it is white (from 128 of 255 on) may the image change, for example only inside an "
                    + "organ or only in the background. Masks of another size are scaled to the size of the model.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    @OptionalWidget(defaultProvider = FirstImageColumn.class)
    @Migrate(loadDefaultIfAbsent = true)
    Optional<String> m_maskColumn = Optional.empty();

    @Widget(
            title = "Image column of the labeled images",
            description = "The column with the images from which the oracle, a second and independent classifier, "
                    + "learns. Take images that are not explained, best those on which the model was trained.")
    @ChoicesProvider(LabeledColumnsProvider.Images.class)
    @Effect(predicate = HasLabeledImages.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    String m_labeledImageColumn;

    @Widget(
            title = "Class column of the labeled images",
            description = "The column with the classes of these images. Images without a class, or of a class that the "
                    + "model does not know, are left out.")
    @ChoicesProvider(LabeledColumnsProvider.Classes.class)
    @Effect(predicate = HasLabeledImages.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    String m_labeledClassColumn;

    @Widget(title = "Desired class", description = "Which class the classifier shall see in the changed image.")
    @RadioButtonsWidget
    @ValueReference(RuleReference.class)
    @Layout(DialogSections.Classes.class)
    DesiredClassRule m_desiredClassRule = DesiredClassRule.SECOND_BEST;

    @Widget(title = "Class", description = "The desired class of all rows.")
    @ChoicesProvider(ModelClassesProvider.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @Layout(DialogSections.Classes.class)
    String m_desiredClass;

    @Widget(title = "Column with the desired class", description = "The column with the desired class of each row.")
    @ChoicesProvider(TargetColumnsProvider.OfSecondPort.class)
    @Effect(predicate = IsColumn.class, type = EffectType.SHOW)
    @Layout(DialogSections.Classes.class)
    String m_desiredClassColumn;

    @Widget(
            title = "Counterfactuals per row",
            description = "How many different answers are searched for each image and desired class. Each starts from "
                    + "other noise.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(DialogSections.Classes.class)
    @ValueReference(ExplainerExpense.PerRowReference.class)
    int m_counterfactualsPerRow = 1;

    @Widget(
            title = "Guidance strength",
            description = "How strongly images are steered, relative to the noise that the network predicts: 0.4 "
                    + "changes the prediction by four tenths of its size. Higher values reach the class more often, "
                    + "with larger changes; 0 switches the guidance off. If not set, a strength that suits the kind "
                    + "of guidance is used.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OptionalWidget(defaultProvider = UsualStrength.class)
    @Layout(DialogSections.Guidance.class)
    Optional<Double> m_guidanceStrength = Optional.empty();

    @Widget(
            title = "Confidence",
            description = "How sure the classifier must be of the desired class, on average over the changed image and "
                    + "noised copies of it, before the search ends. Lower values give smaller changes, of which more "
                    + "only trick the classifier. Between 0 and 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    double m_confidence = 0.95;

    @Widget(
            title = "Pull toward the original",
            description =
                    "By how many of the 256 grey levels every change is held back at each step, so that only what "
                            + "matters changes; 0 for not at all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    double m_pull = 4;

    @Widget(
            title = "Draws per noise level",
            description = "How many draws of the noise are tried at each noise level. More draws find smaller changes "
                    + "and take longer.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    @ValueReference(ExplainerExpense.DrawsReference.class)
    int m_draws = 3;

    @Widget(
            title = "Steps",
            description = "In how many steps an image would be denoised all the way; an image that is noised half the "
                    + "way takes half as many. More steps are slower and more exact.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    @ValueReference(ExplainerExpense.StepsReference.class)
    int m_steps = 30;

    @Widget(
            title = "Seconds per row",
            description = "How long a counterfactual is searched at most. The rows that are computed together share "
                    + "their time, and a noise level that was begun is finished. When the time is used up, the best "
                    + "counterfactual until then is taken, its explanation says so, and the node warns. How far the "
                    + "search gets then depends on the computer, so two computers may give two results. If not set, "
                    + "the search ends when it is convinced or when every noise level has been tried.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @OptionalWidget(defaultProvider = UsualSeconds.class)
    @Advanced
    @Layout(DialogSections.Guidance.class)
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(ExplainerExpense.SecondsReference.class)
    Optional<Double> m_secondsPerRow = Optional.empty();

    @Widget(
            title = "Seed",
            description = "The number from which all noise is drawn. The result of a row depends only on the seed, its "
                    + "RowID, its image, the model and the settings.")
    @Layout(DialogSections.Guidance.class)
    long m_seed = 42;

    @Widget(
            title = "Keep the columns of the input",
            description = "Puts the columns of the input table before the results, for example to compare groups.")
    @Layout(DialogSections.Output.class)
    boolean m_keepInputColumns = true;

    @Layout(DialogSections.Limits.class)
    @Migrate(loadDefaultIfAbsent = true)
    ImageLimitParameters m_imageLimits = new ImageLimitParameters();

    ExplainerParameters() {
        // the defaults above
    }

    ExplainerParameters(final NodeParametersInput input) {
        m_imageColumn = ImageColumnsProvider.guess(input, 1);
        m_labeledImageColumn = LabeledColumnsProvider.guessImages(input);
        m_labeledClassColumn = LabeledColumnsProvider.guessClasses(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        checkStrength(m_guidanceStrength, LARGEST_STRENGTH);
        m_imageLimits.validate();
        checkSetting(
                m_counterfactualsPerRow >= 1 && m_counterfactualsPerRow <= 1000,
                "There are 1 to 1000 counterfactuals per row, not %s.",
                m_counterfactualsPerRow);
        checkSetting(m_steps >= 1 && m_steps <= 1000, "There are 1 to 1000 steps, not %s.", m_steps);
        checkSetting(m_draws >= 1 && m_draws <= 100, "There are 1 to 100 draws, not %s.", m_draws);
        checkSetting(
                m_confidence >= 0 && m_confidence <= 1,
                "The confidence is %s. Choose a value between 0 and 1.",
                m_confidence);
        checkSetting(m_pull >= 0 && m_pull <= 255, "The pull is between 0 and 255 grey levels, not %s.", m_pull);
        final double seconds = m_secondsPerRow.orElse(USUAL_SECONDS);
        checkSetting(
                seconds > 0 && seconds <= LONGEST_SECONDS,
                "The seconds per row are above 0 and at most a day (86400), not %s.",
                seconds);
    }

    /** The settings in the words of the runtime. */
    ExplanationSettings explanation() {
        return ExplanationSettings.usual(m_seed)
                .withGuidance(guidance(m_guidanceStrength, ExplanationSettings::usualGuidance))
                .withSteps(m_steps)
                .withDraws(m_draws)
                .withPull(m_pull)
                .withConfidence(m_confidence)
                .withSecondsPerRow(m_secondsPerRow.orElse(ExplanationSettings.UNLIMITED_SECONDS));
    }

    /** Whether a row of the input can give several rows of the output. */
    boolean hasSeveralResultsPerRow() {
        return m_counterfactualsPerRow > 1 || m_desiredClassRule == DesiredClassRule.EVERY_OTHER;
    }

    static final class UsualStrength implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return ExplanationSettings.usualGuidance(GuidanceKind.IMAGE).strength();
        }
    }

    static final class UsualSeconds implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return USUAL_SECONDS;
        }
    }

    static final class RuleReference implements ParameterReference<DesiredClassRule> {}

    static final class HasLabeledImages implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > LabeledImages.PORT);
        }
    }

    static final class FirstImageColumn implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput input) {
            final var columns = new ImageColumnsProvider.OfSecondPort().columnChoices(input);
            return columns.isEmpty() ? "" : columns.get(columns.size() - 1).getName();
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RuleReference.class).isOneOf(DesiredClassRule.FIXED);
        }
    }

    static final class IsColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RuleReference.class).isOneOf(DesiredClassRule.COLUMN);
        }
    }
}
