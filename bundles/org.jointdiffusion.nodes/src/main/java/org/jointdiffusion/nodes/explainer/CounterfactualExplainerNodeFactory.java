package org.jointdiffusion.nodes.explainer;

import org.jointdiffusion.nodes.Paper;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** The node "Counterfactual Explainer (Joint Diffusion)": shows what would change the classifier's mind. */
public final class CounterfactualExplainerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Counterfactual Explainer (Joint Diffusion)")
            .icon("counterfactual-explainer.png")
            .shortDescription("Shows what would have to change in an image for another class to be predicted.")
            .fullDescription(
                    """
                    <p>
                    Answers the question "what would have to be different?" for each image: it searches a realistic
                    image that is as close as possible to the original and that the classifier takes for another
                    class. The difference between the two shows on which regions the decision depends.
                    </p>
                    <p>
                    The image is noised only part of the way and then denoised again while the classifier steers it
                    toward the desired class. The node tries several noise levels, from little to much, and keeps the
                    smallest change that succeeds. Success is judged on the finished image with its 8 bits per colour,
                    that is, on the image that the output holds.
                    </p>
                    <p>
                    The first output has one row for each counterfactual: the two images, a <b>heat map</b> of the
                    difference (red is brighter, blue is darker, white is unchanged), the same over the original, the
                    classes and probabilities before and after, and measures of the change. A counterfactual that did
                    not reach the desired class is kept and marked in the column <i>Success</i>. <i>COUT</i> (from -1
                    to 1) tells how early the classifier changes its mind when the changed pixels are put in one after
                    the other, the most changed first: the higher, the better the change is concentrated on what
                    counts. <i>Explanation</i> says in a sentence how much changes, and where. The second output sums up
                    the results for each pair of class before and desired class; its changes are means over the
                    successful ones.
                    </p>
                    <p>
                    <b>Is it real, or a trick?</b> A classifier can be fooled by changes that mean nothing, and then
                    its change of mind explains nothing. Add the third input port (the three dots of the node) and
                    connect images with their classes, best those on which the model was trained: the node then trains
                    an <b>oracle</b>, a small classifier of another kind that shares nothing with the model but these
                    images, which takes some seconds for a few thousand small ones. The oracle looks at the finished
                    images, and the column <i>Verdict</i> says what came out: <i>semantic</i> if the model and the
                    oracle both see the desired class, so that the change is one in meaning; <i>adversarial</i> if
                    only the model sees it and was fooled; <i>failed</i> if the model does not see it. <i>Oracle
                    class</i> is what the oracle sees, <i>P (oracle, desired class)</i> how probable it finds the
                    desired class. The summary then has the share of counterfactuals in which the oracle sees the
                    desired class, and the share of labeled images, held out from its training, that the oracle names
                    rightly: it can judge no better than that.
                    </p>
                    <p>
                    <b>What may change.</b> With a column of masks, an image changes only where its mask is white; all
                    other pixels stay exactly as they are. So you can ask whether, say, the sleeves alone could turn
                    the decision.
                    </p>
                    <p>
                    <b>Missing values.</b> A row whose image is missing, damaged or not found gets missing cells that
                    say why, and the node warns once, with the number of such rows. So does, without a warning, a row
                    whose desired class is missing or is the predicted class already, or whose mask is missing or
                    without any white pixel. Labeled images that are missing,
                    or whose class is missing or unknown to the model, are left out. If there is none of the desired
                    class, the verdict is missing.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .dynamicPorts(CounterfactualExplainerNodeFactory::addPorts)
            .model(model -> model.parametersClass(ExplainerParameters.class)
                    .configure(Explaining::configure)
                    .execute(Explaining::execute))
            .addView(ExplainerView::of)
            .nodeType(NodeType.Manipulator)
            .keywords(
                    "image", "explain", "counterfactual", "xai", "interpretability", "what-if", "diffusion", "heat map")
            .addExternalResource(Paper.ADDRESS, Paper.TITLE);

    /** Called by KNIME. */
    public CounterfactualExplainerNodeFactory() {
        super(NODE);
    }

    private static void addPorts(final DynamicPortsAdder ports) {
        ports.addInputPortGroup("Model", group -> group.name("Model")
                .description("A model made by the Joint Diffusion Learner.")
                .fixed(JointModelPortObject.TYPE));
        ports.addInputPortGroup("Images", group -> group.name("Images")
                .description("A table with images, or with the locations of image files.")
                .fixed(BufferedDataTable.TYPE));
        ports.addInputPortGroup("Labeled images", group -> group.name("Labeled images")
                .description("Optional: images with their classes, from which an independent judge of the results, the"
                        + " oracle, learns.")
                .optional()
                .supportedTypes(BufferedDataTable.TYPE));
        ports.addOutputPortGroup("Counterfactuals", group -> group.name("Counterfactuals")
                .description("One row for each counterfactual.")
                .fixed(BufferedDataTable.TYPE));
        ports.addOutputPortGroup("Summary", group -> group.name("Summary")
                .description("One row for each pair of class before and desired class.")
                .fixed(BufferedDataTable.TYPE));
    }
}
