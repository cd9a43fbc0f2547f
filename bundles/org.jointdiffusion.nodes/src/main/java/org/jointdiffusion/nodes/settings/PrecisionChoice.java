package org.jointdiffusion.nodes.settings;

import org.knime.node.parameters.widget.choices.Label;

/** The arithmetic of the network's convolutions and matrix products. */
public enum PrecisionChoice {
    /** bfloat16 where the processor is clearly faster with it, otherwise and on GPUs 32 bit. */
    @Label(
            value = "Automatic",
            description =
                    "Uses 16-bit arithmetic where the processor is clearly faster with it; otherwise, and on GPUs, "
                            + "32 bit.")
    AUTOMATIC,
    /** 32 bit. */
    @Label(value = "32 bit", description = "Uses 32-bit floating point numbers throughout.")
    FLOAT32,
    /** bfloat16 arithmetic on 32-bit weights. */
    @Label(
            value = "16 bit (bfloat16)",
            description = "Uses bfloat16 arithmetic; weights and losses stay in 32 bit. Results differ slightly.")
    BFLOAT16
}
