package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.runtime.image.ImageFit;
import org.knime.node.parameters.widget.choices.Label;

/** How images of another size are brought to the model's size. */
enum FitRule {
    @Label(value = "Stretch", description = "Scales width and height on their own; proportions change.")
    STRETCH(ImageFit.STRETCH),
    @Label(value = "Pad", description = "Keeps the proportions and fills the rest with the colour of the border.")
    PAD(ImageFit.PAD);

    private final ImageFit m_fit;

    FitRule(final ImageFit fit) {
        m_fit = fit;
    }

    ImageFit fit() {
        return m_fit;
    }
}
