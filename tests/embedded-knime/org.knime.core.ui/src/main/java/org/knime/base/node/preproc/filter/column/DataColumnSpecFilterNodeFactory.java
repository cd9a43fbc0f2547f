package org.knime.base.node.preproc.filter.column;

import java.util.List;
import java.util.stream.Stream;
import org.knime.base.node.preproc.filter.column.ColumnFilterParameters.Unknown;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Column Filter, with the same settings. */
public final class DataColumnSpecFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Column Filter")
            .icon("columnfilter.png")
            .shortDescription("Keeps the chosen columns of a table.")
            .fullDescription("Stands in for KNIME's Column Filter in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Input table", "The table with all columns.")
                    .addOutputTable("Filtered table", "The table with the chosen columns."))
            .model(model -> model.parametersClass(ColumnFilterParameters.class)
                    .rearrangeColumns(DataColumnSpecFilterNodeFactory::rearrange))
            .nodeType(NodeType.Manipulator);

    public DataColumnSpecFilterNodeFactory() {
        super(NODE);
    }

    private static void rearrange(final RearrangeColumnsInput input, final RearrangeColumnsOutput output) {
        final ColumnFilterParameters parameters = input.getParameters();
        final var choice = parameters.m_columns;
        final List<String> included = List.of(choice.m_includedNames);
        final List<String> excluded = List.of(choice.m_excludedNames);
        final ColumnRearranger rearranger = new ColumnRearranger(input.getDataTableSpec());
        rearranger.keepOnly(Stream.of(input.getDataTableSpec().getColumnNames())
                .filter(name -> choice.m_unknown == Unknown.EnforceInclusion
                        ? included.contains(name)
                        : !excluded.contains(name))
                .toArray(String[]::new));
        output.setColumnRearranger(rearranger);
    }
}
