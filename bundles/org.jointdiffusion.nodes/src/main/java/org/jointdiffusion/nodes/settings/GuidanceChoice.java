package org.jointdiffusion.nodes.settings;

import org.jointdiffusion.runtime.diffusion.GuidanceKind;
import org.knime.node.parameters.widget.choices.Label;

/** What the classifier's gradient moves while an image is steered toward a class. */
public enum GuidanceChoice {
    /** The noisy image. */
    @Label(
            value = "Image",
            description =
                    "The classifier's gradient moves the noisy image. Reaches the class with the clearest images.")
    IMAGE(GuidanceKind.IMAGE),
    /** The representation inside the network, as in the paper. */
    @Label(
            value = "Representation",
            description = "The classifier's gradient moves the representation inside the network: the paper's method.")
    REPRESENTATION(GuidanceKind.REPRESENTATION);

    private final GuidanceKind m_kind;

    GuidanceChoice(final GuidanceKind kind) {
        m_kind = kind;
    }

    /** The same choice in the words of the runtime. */
    public GuidanceKind kind() {
        return m_kind;
    }
}
