package org.jointdiffusion.nodes.sampler;

import org.knime.node.parameters.widget.choices.Label;

/** Which classes are sampled when there is no table of requests. */
enum ClassSource {
    @Label(value = "All", description = "Makes images of every class of the model.")
    ALL,
    @Label(value = "Selected", description = "Makes images of the classes selected below.")
    SELECTED
}
