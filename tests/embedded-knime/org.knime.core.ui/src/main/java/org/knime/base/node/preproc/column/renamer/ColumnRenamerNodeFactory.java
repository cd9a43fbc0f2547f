package org.knime.base.node.preproc.column.renamer;

import java.util.Set;
import java.util.TreeSet;
import org.knime.base.node.preproc.column.renamer.ColumnRenamerParameters.Renaming;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Column Renamer, with the same settings. */
public final class ColumnRenamerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Column Renamer")
            .icon("column_renamer.png")
            .shortDescription("Gives columns of a table new names.")
            .fullDescription("Stands in for KNIME's Column Renamer in the embedded test host.")
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Input table", "The table with the old names.")
                    .addOutputTable("Table with renamed columns", "The same rows."))
            .model(model -> model.parametersClass(ColumnRenamerParameters.class)
                    .configure(ColumnRenamerNodeFactory::configure)
                    .execute(ColumnRenamerNodeFactory::execute))
            .nodeType(NodeType.Manipulator);

    public ColumnRenamerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
            throws InvalidSettingsException {
        output.setOutSpecs(renamed(input.getInTableSpec(0), input.getParameters()));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        final BufferedDataTable table = input.getInTable(0);
        final ExecutionContext context = input.getExecutionContext();
        final DataTableSpec spec;
        try {
            spec = renamed(table.getDataTableSpec(), input.getParameters());
        } catch (InvalidSettingsException exception) {
            throw new KNIMEException(exception.getMessage(), exception);
        }
        final BufferedDataContainer container = context.createDataContainer(spec, true);
        for (final DataRow row : table) {
            context.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        output.setOutData(container.getTable());
    }

    private static DataTableSpec renamed(final DataTableSpec spec, final ColumnRenamerParameters parameters)
            throws InvalidSettingsException {
        for (final Renaming renaming : parameters.m_renamings) {
            if (!spec.containsName(renaming.m_oldName)) {
                throw new InvalidSettingsException("The column \"" + renaming.m_oldName
                        + "\" is not in the input table. Select another one in the Column Renamer's dialog.");
            }
        }
        final DataColumnSpec[] columns = new DataColumnSpec[spec.getNumColumns()];
        final Set<String> names = new TreeSet<>();
        for (int index = 0; index < columns.length; index++) {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(spec.getColumnSpec(index));
            final String name = parameters.newName(spec.getColumnSpec(index).getName());
            if (!names.add(name)) {
                throw new InvalidSettingsException(
                        "Two columns would have the name \"" + name + "\". Enter another one.");
            }
            creator.setName(name);
            columns[index] = creator.createSpec();
        }
        return new DataTableSpec(columns);
    }
}
