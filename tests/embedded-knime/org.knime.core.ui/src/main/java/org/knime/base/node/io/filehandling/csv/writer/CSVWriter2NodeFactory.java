package org.knime.base.node.io.filehandling.csv.writer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's CSV Writer, with the same settings; it has no port for a file system. */
public final class CSVWriter2NodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("CSV Writer")
            .icon("csvwriter.png")
            .shortDescription("Writes a table into a CSV file.")
            .fullDescription("Stands in for KNIME's CSV Writer in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .dynamicPorts(ports -> ports.addInputPortGroup("Data Table", group -> group.name("Data Table")
                    .description("The table that is written.")
                    .fixed(BufferedDataTable.TYPE)))
            .model(model -> model.parametersClass(CsvWriterParameters.class)
                    .configure(CsvWriting::configure)
                    .execute(CsvWriting::execute))
            .nodeType(NodeType.Sink);

    public CSVWriter2NodeFactory() {
        super(NODE);
    }
}
