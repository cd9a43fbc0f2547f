package org.jointdiffusion.nodes.predictor;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Classifier Predictor (Joint Diffusion)": predicts the classes of images. */
public final class ClassifierPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Classifier Predictor (Joint Diffusion)")
            .icon("classifier-predictor.png")
            .shortDescription("Predicts the classes of images with a joint diffusion model.")
            .fullDescription(
                    """
                    <p>
                    Predicts the class of each image with the classifier of a joint diffusion model, made by the
                    <i>Joint Diffusion Learner</i>. Images of another size or colour than the model's are scaled and
                    converted first.
                    </p>
                    <p>
                    The table gets a column with the probability of each class, calibrated on the validation images of
                    the training, and a column with the most probable class. The latter has the type of the class
                    column that the model was trained on, so that the <i>Scorer</i> can compare the two. The table is
                    processed in small pieces; it may be larger than the memory.
                    </p>
                    <p>
                    <b>When not to believe it.</b> A classifier names a class for every image, even for one of
                    something it has never seen. The <i>typicality</i> tells how usual an image is for the model, as a
                    percentile among real images that were held out from its training. If wanted, images that are too
                    untypical, or of whose class the classifier is not sure, get no prediction: the cell is missing and
                    says why. The model must have been trained with 20 validation images or more; otherwise the node
                    says that the typicality is not available.
                    </p>
                    <p>
                    <b>Missing values.</b> A row whose image is missing, damaged or not found gets missing predictions
                    that say why. The node then warns once, with the number of such rows.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort(
                            "Model", "A model made by the Joint Diffusion Learner.", JointModelPortObject.TYPE)
                    .addInputTable("Images", "A table with images, or with the locations of image files.")
                    .addOutputTable(
                            "Predictions", "The input table with the probability of each class and the prediction."))
            .model(model -> model.parametersClass(PredictorParameters.class)
                    .configure(Predicting::configure)
                    .execute(Predicting::execute))
            .nodeType(NodeType.Predictor)
            .keywords("image", "classification", "predict", "apply", "score", "diffusion", "deep learning", "neural")
            .addExternalResource(Paper.ADDRESS, Paper.TITLE);

    /** Called by KNIME. */
    public ClassifierPredictorNodeFactory() {
        super(NODE);
    }
}
