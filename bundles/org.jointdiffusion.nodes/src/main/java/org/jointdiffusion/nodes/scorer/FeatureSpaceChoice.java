package org.jointdiffusion.nodes.scorer;

import org.jointdiffusion.runtime.scoring.FeatureChoice;
import org.knime.node.parameters.widget.choices.Label;

/** In which features samples and test images are compared. */
enum FeatureSpaceChoice {
    @Label(
            value = "Automatic",
            description = "Those of an oracle from 200 test images on, otherwise those of the model itself.")
    AUTOMATIC(FeatureChoice.AUTOMATIC),
    @Label(
            value = "Oracle",
            description = "Those of an independent classifier that is trained on a part of the test images.")
    ORACLE(FeatureChoice.ORACLE),
    @Label(
            value = "Model's representation",
            description =
                    "Those of the model itself, in the middle of its network. Needs fewer images and no training, "
                            + "but flatters the model, since the same network steered the samples.")
    REPRESENTATION(FeatureChoice.REPRESENTATION);

    private final FeatureChoice m_choice;

    FeatureSpaceChoice(final FeatureChoice choice) {
        m_choice = choice;
    }

    /** The same choice in the words of the runtime. */
    FeatureChoice choice() {
        return m_choice;
    }
}
