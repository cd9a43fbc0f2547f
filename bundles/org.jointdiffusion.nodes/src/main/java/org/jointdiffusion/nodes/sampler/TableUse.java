package org.jointdiffusion.nodes.sampler;

import org.knime.node.parameters.widget.choices.Label;

/** What the table at the second input port tells. */
enum TableUse {
    @Label(value = "Requests", description = "Each row asks for images of a class.")
    REQUESTS,
    @Label(
            value = "Existing images",
            description =
                    "Each row is an image that exists already: of each class as many images are made as are missing.")
    EXISTING
}
