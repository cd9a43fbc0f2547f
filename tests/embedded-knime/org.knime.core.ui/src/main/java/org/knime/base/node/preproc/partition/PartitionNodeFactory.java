package org.knime.base.node.preproc.partition;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Table Partitioner, with the same settings; random modes choose other rows than KNIME does. */
public final class PartitionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Table Partitioner")
            .icon("partition.png")
            .shortDescription("Splits the rows of a table into two tables.")
            .fullDescription("Stands in for KNIME's Table Partitioner in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Input table", "The table to split.")
                    .addOutputTable("First partition", "The chosen rows.")
                    .addOutputTable("Second partition", "The other rows."))
            .model(model -> model.parametersClass(PartitionParameters.class)
                    .configure(Partitioning::configure)
                    .execute(Partitioning::execute))
            .nodeType(NodeType.Manipulator);

    public PartitionNodeFactory() {
        super(NODE);
    }
}
