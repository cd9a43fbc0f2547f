package org.jointdiffusion.nodes.predictor;

import java.util.Optional;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.settings.AtMostOne;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ExecutionParameters;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.ImageLimitParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The settings of the Classifier Predictor. */
@Layout(DialogSections.Data.class)
final class PredictorParameters extends ExecutionParameters {

    @TextMessage(PredictorExpense.class)
    Void m_expense;

    @Widget(
            title = "Image column",
            description = "The column with the images: image cells, or the locations of image files as Path or String. "
                    + "Images of another size are scaled to the size of the model.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn;

    @Widget(
            title = "Change prediction column name",
            description = "Gives the column with the predicted class another name than <tt>Prediction (class "
                    + "column)</tt>.")
    @OptionalWidget(defaultProvider = UsualName.class)
    @Layout(DialogSections.Output.class)
    Optional<String> m_predictionColumnName = Optional.empty();

    @Widget(
            title = "Append probabilities",
            description = "Adds a column with the probability of each class, named <tt>P (class column=class)</tt>.")
    @ValueReference(AppendReference.class)
    @Layout(DialogSections.Output.class)
    boolean m_appendProbabilities = true;

    @Widget(
            title = "Suffix for probability columns",
            description = "Is added to the names of the probability columns, to tell several predictors apart.")
    @Effect(predicate = AppendReference.class, type = EffectType.SHOW)
    @Layout(DialogSections.Output.class)
    String m_probabilitySuffix = "";

    @Widget(
            title = "Append typicality",
            description = "Adds a column that tells how usual an image is for the model: the share of real images, "
                    + "held out from its training, that the model denoises worse, in percent. Usual images are "
                    + "spread evenly from 0 to 100; an image near 0 is unlike nearly all of them, so its "
                    + "prediction may mean nothing. Takes about twelve times as long as a prediction alone.")
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(DialogSections.Output.class)
    @ValueReference(PredictorExpense.TypicalityReference.class)
    boolean m_appendTypicality;

    @Widget(
            title = "Append features",
            description = "Adds a column with the features by which the classifier decides (the pooled "
                    + "representation inside the network), as a list of numbers. <i>Split Collection Column</i> "
                    + "makes columns of them, for clustering or another learner.")
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(DialogSections.Output.class)
    boolean m_appendFeatures;

    @Widget(
            title = "No prediction below a probability",
            description = "Leaves the prediction missing where the probability of the most probable class is "
                    + "lower, between 0 and 1. The probabilities are still given.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @OptionalWidget(defaultProvider = UsualProbability.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(DialogSections.Output.class)
    Optional<Double> m_smallestProbability = Optional.empty();

    @Widget(
            title = "No prediction below a typicality",
            description = "Leaves the prediction missing where the image is less typical, in percent: 1 refuses "
                    + "about one of a hundred usual images, and images unlike those that the model knows. Takes as "
                    + "long as the column with the typicality.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
    @OptionalWidget(defaultProvider = UsualTypicality.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Layout(DialogSections.Output.class)
    @ValueReference(PredictorExpense.SmallestTypicalityReference.class)
    Optional<Double> m_smallestTypicality = Optional.empty();

    @Layout(DialogSections.Limits.class)
    @Migrate(loadDefaultIfAbsent = true)
    ImageLimitParameters m_imageLimits = new ImageLimitParameters();

    PredictorParameters() {
        // the defaults above
    }

    PredictorParameters(final NodeParametersInput input) {
        m_imageColumn = ImageColumnsProvider.guess(input, 1);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(
                m_predictionColumnName.map(name -> !name.isBlank()).orElse(true),
                "The name of the prediction column is empty. Enter a name, or use the usual one.");
        m_imageLimits.validate();
        CheckUtils.checkSetting(
                isBetween(m_smallestProbability, 1),
                "The smallest probability is %s. Choose a number between 0 and 1, or predict always.",
                m_smallestProbability.orElse(null));
        CheckUtils.checkSetting(
                isBetween(m_smallestTypicality, 100),
                "The smallest typicality is %s. Choose a number between 0 and 100, or predict always.",
                m_smallestTypicality.orElse(null));
    }

    /** Whether the typicality of images is needed at all. */
    boolean needsTypicality() {
        return m_appendTypicality || m_smallestTypicality.isPresent();
    }

    private static boolean isBetween(final Optional<Double> number, final double largest) {
        return number.map(value -> value >= 0 && value <= largest).orElse(true);
    }

    static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    static final class UsualProbability implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.5;
        }
    }

    static final class UsualTypicality implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 1.0;
        }
    }

    static final class AppendReference implements BooleanReference {}

    static final class UsualName implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput input) {
            return input.getInPortSpec(0)
                    .map(spec -> PredictionColumns.usualName(((JointModelPortObjectSpec) spec).targetName()))
                    .orElse("Prediction");
        }
    }
}
