package org.knime.node;

import org.jointdiffusion.embedded.node.DescriptionRules;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeModel;

/** Base of the factories of nodes that are described with {@link DefaultNode}. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    private final DefaultNode m_node;

    protected DefaultNodeFactory(final DefaultNode node) {
        m_node = node;
        // as in KNIME, a node whose description is not well-formed cannot even be created
        DescriptionRules.check(node.description(), node.descriptions());
    }

    @Override
    public final NodeModel createNodeModel() {
        return new DescribedNodeModel(m_node);
    }

    @Override
    public final NodeType getType() {
        return m_node.description().type();
    }
}
