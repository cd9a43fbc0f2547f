package org.jointdiffusion.nodes.settings;

import org.knime.node.parameters.widget.choices.Label;

/** Where a node computes. */
public enum DeviceChoice {
    /** A usable GPU if there is one, otherwise the CPU. */
    @Label(
            value = "Automatic",
            description = "Uses the first GPU on which PyTorch can compute, and the processor if there is none.")
    AUTOMATIC,
    /** The processor. */
    @Label(value = "CPU", description = "Computes on the processor.")
    CPU,
    /** One GPU, chosen by its number; an error if there is none. */
    @Label(value = "GPU", description = "Computes on the chosen GPU, and fails with a message if it cannot be used.")
    GPU
}
