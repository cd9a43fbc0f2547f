package org.knime.base.node.mine.scorer.accuracy;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Scorer, with the same settings and output tables; it sets no flow variables. */
public final class AccuracyScorer2NodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Scorer")
            .icon("scorer.png")
            .shortDescription("Compares two columns: confusion matrix and accuracy statistics.")
            .fullDescription("Stands in for KNIME's Scorer in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Input table", "The table with the two columns.")
                    .addOutputTable("Confusion matrix", "Rows: values of the first column; columns: of the second.")
                    .addOutputTable("Accuracy statistics", "Statistics of each value, and of all."))
            .model(model -> model.parametersClass(ScorerParameters.class)
                    .configure(Scoring::configure)
                    .execute(Scoring::execute))
            .nodeType(NodeType.Other);

    public AccuracyScorer2NodeFactory() {
        super(NODE);
    }
}
