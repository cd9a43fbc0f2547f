package org.jointdiffusion.nodes.predictor;

import java.util.Optional;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
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

/** The settings of the Classifier Predictor. */
@Layout(DialogSections.Data.class)
final class PredictorParameters extends ExecutionParameters {

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
