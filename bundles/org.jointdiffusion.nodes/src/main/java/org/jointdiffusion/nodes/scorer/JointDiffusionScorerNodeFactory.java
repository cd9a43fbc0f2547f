package org.jointdiffusion.nodes.scorer;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Joint Diffusion Scorer": how well a model classifies and how well it draws. */
public final class JointDiffusionScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Joint Diffusion Scorer")
            .icon("joint-diffusion-scorer.png")
            .shortDescription("Measures how well a joint diffusion model classifies images and how well it draws them.")
            .fullDescription(
                    """
                    <p>
                    Scores both sides of a joint diffusion model on <b>test images</b> with their classes, that is, on
                    images that the model was not trained on: how well it names them, and how close images that it
                    draws come to them. The images of the table are held in memory, in the size of the model.
                    </p>
                    <p>
                    <b>The classifier.</b> Accuracy; balanced accuracy, in which all classes count equally; the
                    negative log likelihood, which punishes being sure and wrong; and the expected calibration error,
                    which tells how far the probabilities can be taken at their word. The second output has precision,
                    recall and F1 of each class.
                    </p>
                    <p>
                    <b>The samples.</b> The model draws images, with the usual settings of the <i>Conditional
                    Sampler</i> and the classes in the proportions of the test images. <i>Own agreement</i> is the
                    share in which the model's classifier sees the class that was asked for; since that classifier
                    steered the samples, it is optimistic. Then as many test images are compared with the samples: the
                    <b>Fréchet distance</b> tells how far the two sets are apart as a whole, <b>precision</b> how many
                    samples look real, and <b>recall</b> how much of the variety of the test images the samples cover
                    (with 3 neighbours).
                    </p>
                    <p>
                    <b>In which features?</b> Such figures depend on the eyes that look. From 200 test images on, the
                    node takes half of them or more to train an <b>oracle</b>, a small classifier of another kind,
                    and compares the rest in its features; the oracle also judges the class of the samples. With fewer
                    images, or if chosen, it takes the model's own representation, which flatters the model. The
                    column <i>Meaning</i> states which features were used. Neither is that of the network by which
                    published distances (FID) are measured: compare only figures of this node, for the same test
                    images, features and numbers of images.
                    </p>
                    <p>
                    <b>How good is good?</b> With few images even two sets of real images are far apart. So the node
                    also compares the test images with as many others: <i>Fréchet distance of real images</i> and
                    <i>Precision</i> and <i>Recall of real images</i> are what perfect samples would reach. Hence no
                    more than a quarter of the test images are compared with samples (half, without an oracle); the
                    column <i>Images</i> has the number. With fewer than 20 there is no comparison: the figures are
                    missing, and the node warns.
                    </p>
                    <p>
                    <b>Missing values.</b> Rows whose class is missing are left out. So are rows whose image is
                    missing, damaged or not found, and rows with a class that the model does not know; the node then
                    warns once, with their number. If no row is left, the node fails. An empty table gives empty
                    tables.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort(
                            "Model", "A model made by the Joint Diffusion Learner.", JointModelPortObject.TYPE)
                    .addInputTable(
                            "Test images",
                            "Images, or the locations of image files, with their classes. The model must not have been"
                                    + " trained on them.")
                    .addOutputTable(
                            "Figures", "One row for each figure: its value, the number of images, and its meaning.")
                    .addOutputTable(
                            "Classes",
                            "One row for each class: precision, recall, F1, and the agreement of its samples."))
            .model(model -> model.parametersClass(ScorerParameters.class)
                    .configure(Scoring::configure)
                    .execute(Scoring::execute))
            .nodeType(NodeType.Manipulator)
            .keywords(
                    "image",
                    "score",
                    "evaluate",
                    "accuracy",
                    "calibration",
                    "quality",
                    "FID",
                    "Frechet",
                    "diffusion",
                    "deep learning")
            .addExternalResource(Paper.ADDRESS, Paper.TITLE)
            .addExternalResource(
                    "https://arxiv.org/abs/1706.08500",
                    "Heusel et al.: GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash Equilibrium"
                            + " (Fréchet distance)")
            .addExternalResource(
                    "https://arxiv.org/abs/1904.06991",
                    "Kynkäänniemi et al.: Improved Precision and Recall Metric for Assessing Generative Models");

    /** Called by KNIME. */
    public JointDiffusionScorerNodeFactory() {
        super(NODE);
    }
}
