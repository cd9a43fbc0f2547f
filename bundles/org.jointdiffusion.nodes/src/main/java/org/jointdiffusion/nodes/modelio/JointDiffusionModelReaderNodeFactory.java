package org.jointdiffusion.nodes.modelio;

import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Joint Diffusion Model Reader": a model from a file. */
public final class JointDiffusionModelReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Joint Diffusion Model Reader")
            .icon("joint-diffusion-model-reader.png")
            .shortDescription("Reads a joint diffusion model from a file.")
            .fullDescription(
                    """
                    <p>
                    Reads a model that the <i>Joint Diffusion Model Writer</i> wrote, with everything that the other
                    nodes need: the network, the classes, the calibration and the card that says how it was made. So
                    a model can be used, passed on and compared without training it again.
                    </p>
                    <p>
                    The file is in the safetensors format, which holds numbers and texts and no program. It is checked
                    from its first to its last byte: a file that is damaged, cut short, altered, or no joint diffusion
                    model is refused with the reason. Models of earlier versions of this extension are always read.
                    </p>
                    <p>
                    When the file is there before the node runs, the dialogs of the nodes behind it offer the classes
                    of the model.
                    </p>
                    <p>
                    <b>Missing values.</b> A model has none; a file that is not there is an error.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputPort("Model", "The model.", JointModelPortObject.TYPE))
            .model(model -> model.parametersClass(ModelReaderParameters.class)
                    .configure(ModelReading::configure)
                    .execute(ModelReading::execute))
            .addView(ModelReaderView::of)
            .nodeType(NodeType.Source)
            .keywords("model", "load", "import", "open", "safetensors", "image", "diffusion", "deep learning");

    /** Called by KNIME. */
    public JointDiffusionModelReaderNodeFactory() {
        super(NODE);
    }
}
