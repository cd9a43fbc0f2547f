package org.jointdiffusion.nodes.explainer;

import org.knime.node.parameters.widget.choices.Label;

/** Toward which class an image is changed. */
enum DesiredClassRule {
    @Label(
            value = "Second best",
            description = "The class that the classifier finds most probable after the predicted one.")
    SECOND_BEST,
    @Label(value = "Fixed", description = "The class chosen below, the same for all rows.")
    FIXED,
    @Label(value = "Column", description = "The class in a column of the table.")
    COLUMN,
    @Label(value = "Every other", description = "Every class but the predicted one: several results for each row.")
    EVERY_OTHER
}
