package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

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
                    <b>Missing values.</b> A row with a missing class is used as an unlabelled image: the model learns
                    from it what images look like. So a few labelled images and many unlabelled ones can be trained
                    together. A row whose image is missing, damaged or not found is skipped, and the node warns once,
                    with the number of such rows. Images of different sizes are brought to one size, with a warning
                    unless you chose the size.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Training images",
                            "A table with images, or the locations of image files, and their classes.")
                    .addOutputPort("Model", "The trained model.", JointModelPortObject.TYPE)
                    .addOutputTable(
                            "Training history",
                            "One row for each evaluation: losses, accuracies, learning rate and speed.")
                    .addOutputTable(
                            "Previews",
                            "Images of each class made by the model, with what its classifier sees in them."))
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
}
