package org.jointdiffusion.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;

/** What limits the length of a training. */
enum StopRule {
    @Label(
            value = "Minutes",
            description = "Trains for the given time and keeps the best model. How far that goes depends on the "
                    + "computer, so two computers give two models.")
    MINUTES,
    @Label(
            value = "Epochs",
            description = "Trains for the given number of passes over the data. The same seed gives the same model.")
    EPOCHS,
    @Label(
            value = "Steps",
            description = "Trains for the given number of steps, each with one batch of images. The same seed gives "
                    + "the same model.")
    STEPS
}
