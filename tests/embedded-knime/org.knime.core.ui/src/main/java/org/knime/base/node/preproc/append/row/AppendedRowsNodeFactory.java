package org.knime.base.node.preproc.append.row;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Concatenate, with the same ports and settings. */
public final class AppendedRowsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Concatenate")
            .icon("concatenate.png")
            .shortDescription("Puts the rows of tables one below the other.")
            .fullDescription("Stands in for KNIME's Concatenate in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .dynamicPorts(ports -> ports.addInputPortGroup("input", group -> group.name("Tables")
                            .description("The tables, in the order of their rows.")
                            .extendable()
                            .supportedTypes(BufferedDataTable.TYPE)
                            .fixedTypes(BufferedDataTable.TYPE, BufferedDataTable.TYPE))
                    .addOutputPortGroup("Concatenated tables", group -> group.name("Concatenated tables")
                            .description("All rows.")
                            .fixed(BufferedDataTable.TYPE)))
            .model(model -> model.parametersClass(ConcatenateParameters.class)
                    .configure(Concatenation::configure)
                    .execute(Concatenation::execute))
            .nodeType(NodeType.Manipulator);

    public AppendedRowsNodeFactory() {
        super(NODE);
    }
}
