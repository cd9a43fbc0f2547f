package org.jointdiffusion.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;

/** Where the image size of a model comes from. */
enum ImageSizeRule {
    @Label(
            value = "From the data",
            description = "Uses the size that most images have, rounded up to a multiple of 4 pixels, with at most "
                    + "128 pixels on the longer side.")
    MOST_FREQUENT,
    @Label(value = "Custom", description = "Brings all images to the width and height given below.")
    CUSTOM
}
