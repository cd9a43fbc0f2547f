package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** The node "Joint Diffusion Learner": trains one network that classifies and makes images. */
public final class JointDiffusionLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Joint Diffusion Learner")
            .icon("joint-diffusion-learner.png")
            .shortDescription("Trains one network that both classifies images and makes new ones.")
            .fullDescription(
                    """
                    <p>
                    Trains a joint diffusion model: one neural network that learns to remove noise from images and,
                    from the same internal representation, to tell their classes. The model can then classify images
                    (<i>Classifier Predictor</i>), make new images of a class (<i>Conditional Sampler</i>), and show
                    what would have to change in an image for another decision (<i>Counterfactual Explainer</i>).
                    </p>
                    <p>
                    The input is a table with a column of images, or of the locations of image files, and a column of
                    classes. A part of the labelled rows is kept out of the training, the same share of each class; on
                    it the node measures how good the model is, stops when it no longer improves, keeps the best
                    model, and calibrates its probabilities.
                    </p>
                    <p>
                    The first output is the model, which holds everything that the other nodes need. The second output
                    shows the course of the training. The third output has a few images of each class that the model
                    made itself: the quickest way to see whether it has learned enough.
                    </p>
                    <p>
                    The default settings suit some thousand small images and a processor. Larger images, more classes
                    and better images need a longer training, and the larger networks a GPU.
                    </p>
                    <p>
                    <b>Continue a training.</b> Add the input port <i>Earlier model</i> (the three dots of the node) to
                    go on with a model on the same or on other images. The image size, the colours, the network, the
                    noise schedule and the name of the class are those of the model. Its classes stay, and new classes
                    of the training images are added; images of all classes should be there, or the model forgets
                    those that are not. If the earlier learner kept the state of its training, the training goes on as
                    if it had not ended; otherwise only the optimizer begins anew. Use the seed and the images of the
                    earlier training, so that the same images are held out, or connect validation images: a model must
                    not be judged by images that it has learned.
                    </p>
                    <p>
                    <b>Validation images of their own.</b> Add the input port <i>Validation images</i> to judge the
                    model by images that you choose, such as those of other patients or machines. Rows without a class
                    take no part; a class that the training images lack is an error.
                    </p>
                    <p>
                    <b>Memory.</b> If a batch does not fit into the memory of the device, the node computes half as
                    many images at once, which gives the same training steps, and says so. If the training loses its
                    numbers, it goes back to the best model so far with half the learning rate.
                    </p>
                    <p>
                    <b>Missing values.</b> A row with a missing class is used as an unlabelled image: the model learns
                    from it what images look like. So a few labelled images and many unlabelled ones can be trained
                    together. A row whose image is missing, damaged or not found is skipped, and the node warns once,
                    with the number of such rows. Images of different sizes are brought to one size, with a warning
                    unless you chose the size.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(JointDiffusionLearnerNodeFactory::addPorts)
            .model(model -> model.parametersClass(LearnerParameters.class)
                    .configure(Learning::configure)
                    .execute(Learning::execute))
            .addView(LearnerView::of)
            .nodeType(NodeType.Learner)
            .keywords(
                    "image",
                    "classification",
                    "generative",
                    "diffusion",
                    "deep learning",
                    "neural network",
                    "semi-supervised",
                    "train")
            .addExternalResource(Paper.ADDRESS, Paper.TITLE);

    /** Called by KNIME. */
    public JointDiffusionLearnerNodeFactory() {
        super(NODE);
    }

    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("Training images", group -> group.name("Training images")
                .description("A table with images, or the locations of image files, and their classes.")
                .fixed(BufferedDataTable.TYPE));
        ports.addInputPortGroup("Earlier model", group -> group.name("Earlier model")
                .description("Optional: a model whose training goes on, with the same or more classes.")
                .optional()
                .supportedTypes(JointModelPortObject.TYPE));
        ports.addInputPortGroup("Validation images", group -> group.name("Validation images")
                .description("Optional: labelled images that judge the model, in a table with the same columns. Without"
                        + " them, a share of the training images is held out.")
                .optional()
                .supportedTypes(BufferedDataTable.TYPE));
        ports.addOutputPortGroup(
                "Model",
                group -> group.name("Model").description("The trained model.").fixed(JointModelPortObject.TYPE));
        ports.addOutputPortGroup("Training history", group -> group.name("Training history")
                .description("One row for each evaluation: losses, accuracies, learning rate and speed.")
                .fixed(BufferedDataTable.TYPE));
        ports.addOutputPortGroup("Previews", group -> group.name("Previews")
                .description("Images of each class made by the model, with what its classifier sees in them.")
                .fixed(BufferedDataTable.TYPE));
    }
}
