package org.jointdiffusion.nodes.settings;

import java.util.Optional;
import java.util.function.Function;
import org.jointdiffusion.runtime.diffusion.Guidance;
import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

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

    /**
     * The guidance in the words of the runtime.
     *
     * @param strength in multiples of the usual guidance's scale; empty for the usual strength
     * @param usual the guidance that suits a kind
     */
    protected final Guidance guidance(final Optional<Double> strength, final Function<GuidanceKind, Guidance> usual) {
        final Guidance suiting = usual.apply(m_guidanceKind.kind());
        return new Guidance(suiting.kind(), strength.orElse(suiting.strength()), suiting.scale());
    }

    /**
     * Refuses a strength that only tears images apart.
     *
     * @param most the largest strength that can be of use
     */
    protected static void checkStrength(final Optional<Double> strength, final double most)
            throws InvalidSettingsException {
        final double value = strength.orElse(0.0);
        CheckUtils.checkSetting(
                value >= 0 && value <= most,
                "The guidance strength is %s. Choose a value between 0 and %s, or leave it to the node.",
                value,
                most);
    }
}
