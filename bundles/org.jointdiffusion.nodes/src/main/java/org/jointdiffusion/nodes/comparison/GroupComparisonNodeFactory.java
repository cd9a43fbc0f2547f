package org.jointdiffusion.nodes.comparison;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Counterfactual Group Comparison (Joint Diffusion)": does the classifier treat groups of images alike? */
public final class GroupComparisonNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Counterfactual Group Comparison (Joint Diffusion)")
            .icon("group-comparison.png")
            .shortDescription(
                    "Tests whether a classifier's decisions hang on other things in one group of images than in"
                            + " another.")
            .fullDescription(
                    """
                    <p>
                    Looks for bias in the explanations that the <i>Counterfactual Explainer</i> has found: are images of
                    one group, such as those of one camera, one hospital or one age group, easier to turn into another
                    class than those of the others, with smaller changes, or with changes at other places? The group
                    is any column that was in the Explainer's input; keep the input's columns there.
                    </p>
                    <p>
                    The first output has one row for each group: how many of its counterfactuals succeeded, how much had
                    to change in them, and a picture of the mean change (red became brighter, blue darker; all groups in
                    the same scale).
                    </p>
                    <p>
                    The second output tests each of these measures: <i>Explained share</i> is the share of the measure's
                    variance that the groups explain, from 0 to 1, and <i>P value</i> how probable at least such a share
                    would be if the groups meant nothing. It comes from a permutation test, which assumes nothing about
                    distributions: the groups are shuffled among the rows many times. <i>P value (Holm)</i> takes into
                    account that five measures are tested at once: below 0.05, a difference is worth a closer look. With
                    many rows even small differences become certain; the explained share says whether they matter.
                    </p>
                    <p>
                    Groups often differ in their classes, and some classes are easier to turn than others. Usually rows
                    are therefore only compared with rows of the same class before and desired class.
                    </p>
                    <p>
                    <b>Missing values.</b> Rows without a group, and rows that the Explainer could not explain, are left
                    out. The sizes and places of changes are those of the counterfactuals that succeeded; a group
                    without any has missing cells there.
                    </p>
                    """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Counterfactuals",
                            "The first output of the Counterfactual Explainer, with the input's columns.")
                    .addOutputTable("Groups", "One row for each group.")
                    .addOutputTable("Tests", "One row for each measure."))
            .model(model -> model.parametersClass(GroupComparisonParameters.class)
                    .configure(GroupComparing::configure)
                    .execute(GroupComparing::execute))
            .nodeType(NodeType.Other)
            .keywords("bias", "fairness", "group", "explain", "counterfactual", "xai", "permutation test", "image")
            .addExternalResource(
                    "https://doi.org/10.2202/1544-6115.1585",
                    "Phipson, Smyth: Permutation P-values should never be zero (2010)");

    /** Called by KNIME. */
    public GroupComparisonNodeFactory() {
        super(NODE);
    }
}
