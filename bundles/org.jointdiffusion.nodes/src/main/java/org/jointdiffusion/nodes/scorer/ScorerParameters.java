package org.jointdiffusion.nodes.scorer;

import static org.knime.core.node.util.CheckUtils.checkSetting;

import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.settings.DialogSections;
import org.jointdiffusion.nodes.settings.ExecutionParameters;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.jointdiffusion.runtime.scoring.ScoringSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The settings of the Joint Diffusion Scorer. */
@Layout(DialogSections.Data.class)
final class ScorerParameters extends ExecutionParameters {

    private static final int MOST_SAMPLES = 100_000;

    @Widget(
            title = "Image column",
            description = "The column with the test images: image cells, or the locations of image files as Path "
                    + "or String. Images of another size are scaled to the size of the model.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn;

    @Widget(title = "Class column", description = "The column with the true classes of the test images.")
    @ChoicesProvider(TargetColumnsProvider.OfSecondPort.class)
    String m_classColumn;

    @Widget(
            title = "Number of samples",
            description = "How many images the model draws, with the classes in the proportions of the test "
                    + "images. More samples take longer and make the figures more exact. With 0 only the "
                    + "classifier is scored.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(DialogSections.Samples.class)
    int m_samples = ScoringSettings.DEFAULT.samples();

    @Widget(
            title = "Features",
            description = "In which features samples and test images are compared. Distances in different features "
                    + "say nothing about each other; the output tells which were used.")
    @RadioButtonsWidget
    @Layout(DialogSections.Samples.class)
    FeatureSpaceChoice m_features = FeatureSpaceChoice.AUTOMATIC;

    @Widget(
            title = "Seed",
            description = "The number from which everything random is drawn: the noise of the samples, which test "
                    + "images they are compared with, and the start of the oracle.")
    @Layout(DialogSections.Samples.class)
    long m_seed = 42;

    ScorerParameters() {
        // the defaults above
    }

    ScorerParameters(final NodeParametersInput input) {
        m_imageColumn = ImageColumnsProvider.guess(input, 1);
        final var model =
                input.getInPortSpec(0).map(JointModelPortObjectSpec.class::cast).orElse(null);
        m_classColumn = input.getInTableSpec(1)
                .map(spec -> TargetColumnsProvider.guess(spec, model))
                .orElse(null);
    }

    /** The settings in the words of the runtime. */
    ScoringSettings scoring() {
        return ScoringSettings.DEFAULT
                .withSamples(m_samples)
                .withFeatures(m_features.choice())
                .withSeed(m_seed)
                .on(device(), precision());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        checkSetting(
                m_samples >= 0 && m_samples <= MOST_SAMPLES,
                "The number of samples is %s. Choose a number between 0 and 100,000.",
                m_samples);
    }
}
