package org.jointdiffusion.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;

/** Whether a model works with grey or with colour images. */
enum ColorRule {
    @Label(value = "Automatic", description = "Colour if at least one image has colours, otherwise grey.")
    AUTOMATIC,
    @Label(value = "Grey", description = "Turns colour images into grey ones. Trains faster.")
    GREY,
    @Label(value = "Colour", description = "Turns grey images into red, green and blue ones.")
    RGB
}
