package org.jointdiffusion.nodes.comparison;

import org.knime.node.parameters.widget.choices.Label;

/** Among which rows groups are compared. */
enum ComparisonRule {
    @Label(
            value = "Same classes",
            description = "Each row is compared with rows of the same class before and the same desired class, so that"
                    + " groups with other classes do not look different for that reason alone.")
    SAME_CLASSES,
    @Label(value = "All rows", description = "Each row is compared with all others.")
    ALL_ROWS
}
