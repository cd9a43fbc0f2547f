package org.jointdiffusion.nodes.sampler;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** The node "Conditional Sampler (Joint Diffusion)": makes new images of wanted classes. */
public final class ConditionalSamplerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Conditional Sampler (Joint Diffusion)")
            .icon("conditional-sampler.png")
            .shortDescription("Makes new images of chosen classes with a joint diffusion model.")
            .fullDescription(
                    """
                    <p>
                    Makes new images with a joint diffusion model. Each image starts as pure noise and is denoised
                    step by step; at each step the model's own classifier steers it toward the wanted class. Use it to
                    see what a model has learned, or to add images of rare classes to a table.
                    </p>
                    <p>
                    The classes and the number of images come from the dialog, or from a <b>table of requests</b>: add
                    the second input port (the three dots of the node) and choose the columns with the class, the
                    number of images and, if wanted, a seed.
                    </p>
                    <p>
                    The table can instead hold <b>existing images</b> with their classes. The node then makes only what
                    is missing, so that all classes of the model have as many images as the largest class, or as the
                    number in the dialog. <i>Concatenate</i> puts old and new images together.
                    </p>
                    <p>
                    Each row of the output has the image, the class that was asked for, and what the classifier sees
                    in the finished 8-bit image. That the model agrees with itself does not prove that an image is
                    good: look at the images, or let another classifier judge them. If wanted, an image is
                    made again until the model agrees: that sorts out failures, but makes the images no more varied.
                    </p>
                    <p>
                    <b>Repeatable.</b> The noise of an image depends only on the seed and the number in the column
                    <i>Row</i>, never on how many images are made at once.
                    </p>
                    <p>
                    <b>Missing values.</b> A request without a class, or for a class that the model does not know, is
                    skipped, and the node warns once with the number of such requests. A missing number of images
                    counts as none, a missing seed as 0. Existing images without a class are not counted.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(ConditionalSamplerNodeFactory::addPorts)
            .model(model -> model.parametersClass(SamplerParameters.class)
                    .configure(Sampling::configure)
                    .execute(Sampling::execute))
            .addView(SamplerView::of)
            .nodeType(NodeType.Manipulator)
            .keywords(
                    "image", "generate", "synthetic", "sample", "diffusion", "augmentation", "balance", "deep learning")
            .addExternalResource(Paper.ADDRESS, Paper.TITLE);

    /** Called by KNIME. */
    public ConditionalSamplerNodeFactory() {
        super(NODE);
    }

    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("Model", group -> group.name("Model")
                .description("A model made by the Joint Diffusion Learner.")
                .fixed(JointModelPortObject.TYPE));
        ports.addInputPortGroup("Requests", group -> group.name("Requests")
                .description("Optional: which classes, how many images, and seeds; or images that exist already.")
                .optional()
                .supportedTypes(BufferedDataTable.TYPE));
        ports.addOutputPortGroup("Samples", group -> group.name("Samples")
                .description("The new images with the class asked for and what the classifier sees in them.")
                .fixed(BufferedDataTable.TYPE));
    }
}
