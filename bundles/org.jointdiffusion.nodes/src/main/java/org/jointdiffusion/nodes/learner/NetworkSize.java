package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.runtime.network.NetworkPreset;
import org.knime.node.parameters.widget.choices.Label;

/** How large the network is. */
enum NetworkSize {
    @Label(value = "Small", description = "Useful models of small images within minutes on a processor.")
    SMALL(NetworkPreset.SMALL),
    @Label(
            value = "Medium",
            description = "Sharper images and better classification; about an hour on a processor, minutes on a GPU.")
    MEDIUM(NetworkPreset.MEDIUM),
    @Label(value = "Paper", description = "The network of the paper. Needs a GPU and hours of training.")
    PAPER(NetworkPreset.PAPER);

    private final NetworkPreset m_preset;

    NetworkSize(final NetworkPreset preset) {
        m_preset = preset;
    }

    NetworkPreset preset() {
        return m_preset;
    }
}
