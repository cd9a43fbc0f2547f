package org.jointdiffusion.nodes.sampler;

import org.jointdiffusion.runtime.sampling.SamplerKind;
import org.knime.node.parameters.widget.choices.Label;

/** The numerical method that walks from noise to an image. */
enum SamplerChoice {
    @Label(
            value = "DDPM",
            description = "The paper's sampler: fresh noise in every step lets later steps correct earlier ones. Best "
                    + "with guidance.")
    DDPM(SamplerKind.DDPM, "DDPM"),
    @Label(
            value = "SDE-DPM-Solver++",
            description =
                    "Fresh noise in every step, like DDPM, but steps of second order: in 20 steps as close to real "
                            + "images as DDPM in 1,000.")
    STOCHASTIC_DPM_SOLVER(SamplerKind.STOCHASTIC_DPM_SOLVER, "SDE-DPM-Solver++"),
    @Label(value = "DDIM", description = "Deterministic steps: the image depends on the starting noise alone.")
    DDIM(SamplerKind.DDIM, "DDIM"),
    @Label(
            value = "DPM-Solver++",
            description = "Deterministic steps of second order: good images in fewer steps than DDIM.")
    DPM_SOLVER(SamplerKind.DPM_SOLVER, "DPM-Solver++");

    private final SamplerKind m_kind;
    private final String m_title;

    SamplerChoice(final SamplerKind kind, final String title) {
        m_kind = kind;
        m_title = title;
    }

    SamplerKind kind() {
        return m_kind;
    }

    String title() {
        return m_title;
    }
}
