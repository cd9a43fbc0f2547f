package org.jointdiffusion.nodes.settings;

import java.util.Optional;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The settings of nodes that steer images toward a class. */
@Layout(DialogSections.Guidance.class)
public abstract class GuidedParameters extends ExecutionParameters {

    /** What the classifier's gradient moves. */
    @Widget(
            title = "Guidance acts on",
            description = "At each denoising step the classifier's gradient toward the wanted class moves either the "
                    + "noisy image or the representation inside the network.")
    @ValueSwitchWidget
    protected GuidanceChoice m_guidanceKind = GuidanceChoice.IMAGE;

    /** The relative strength; empty for the automatic one. */
    @Widget(
            title = "Guidance strength",
            description = "How strongly images are steered, relative to the noise that the network predicts: 0.1 "
                    + "changes the prediction by a tenth of its size. Higher values reach the class more often, with "
                    + "less natural images; 0 switches the guidance off. If not set, a strength that suits the kind "
                    + "of guidance is used.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @OptionalWidget(defaultProvider = UsualStrength.class)
    protected Optional<Double> m_guidanceStrength = Optional.empty();

    /**
     * The guidance in the words of the runtime.
     *
     * @param factor how much stronger than for sampling the automatic strength is
     */
    public final Guidance guidance(final double factor) {
        final double usual = Guidance.automatic(m_guidanceKind.kind()).strength();
        return new Guidance(m_guidanceKind.kind(), m_guidanceStrength.orElse(factor * usual));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        final double strength = m_guidanceStrength.orElse(0.0);
        CheckUtils.checkSetting(
                strength >= 0 && strength <= 10,
                "The guidance strength is %s. Choose a value between 0 and 10, or leave it to the node.",
                strength);
    }

    static final class UsualStrength implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return Guidance.automatic(GuidanceChoice.IMAGE.kind()).strength();
        }
    }
}
