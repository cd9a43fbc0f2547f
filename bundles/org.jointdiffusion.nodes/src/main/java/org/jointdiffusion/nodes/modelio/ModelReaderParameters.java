package org.jointdiffusion.nodes.modelio;

import org.jointdiffusion.nodes.settings.DialogSections;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings of the Joint Diffusion Model Reader. */
@Layout(DialogSections.Data.class)
final class ModelReaderParameters implements NodeParameters {

    @Widget(
            title = "Location",
            description = "The model file. A path on this machine, or a URL such as "
                    + "<tt>knime://knime.workflow/data/model.safetensors</tt> for a file that travels with the "
                    + "workflow.")
    @TextInputWidget(placeholder = "knime://knime.workflow/data/model.safetensors")
    String m_location = "";
}
