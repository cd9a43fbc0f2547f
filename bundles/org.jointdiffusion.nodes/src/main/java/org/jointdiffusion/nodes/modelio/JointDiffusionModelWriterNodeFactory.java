package org.jointdiffusion.nodes.modelio;

import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Joint Diffusion Model Writer": a model into a file. */
public final class JointDiffusionModelWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Joint Diffusion Model Writer")
            .icon("joint-diffusion-model-writer.png")
            .shortDescription("Writes a joint diffusion model into a file.")
            .fullDescription(
                    """
                    <p>
                    Writes a model into a file that the <i>Joint Diffusion Model Reader</i> reads: the network, the
                    classes, the calibration and the card that says how it was made.
                    </p>
                    <p>
                    The file is in the safetensors format, which Python and many other programs open. In half
                    precision it takes half the space and hardly ever predicts anything else; choose full precision to
                    keep the model exactly as it is.
                    </p>
                    <p>
                    The file appears under its name only when it is complete: a node that fails or is cancelled leaves
                    nothing behind and keeps the file that was there.
                    </p>
                    <p>
                    <b>Missing values.</b> A model has none.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort(
                    "Model", "A model made by the Joint Diffusion Learner.", JointModelPortObject.TYPE))
            .model(model -> model.parametersClass(ModelWriterParameters.class)
                    .configure(ModelWriting::configure)
                    .execute(ModelWriting::execute))
            .nodeType(NodeType.Sink)
            .keywords("model", "save", "export", "store", "safetensors", "image", "diffusion", "deep learning");

    /** Called by KNIME. */
    public JointDiffusionModelWriterNodeFactory() {
        super(NODE);
    }
}
