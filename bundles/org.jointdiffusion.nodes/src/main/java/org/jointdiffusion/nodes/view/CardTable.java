package org.jointdiffusion.nodes.view;

import java.util.Map;
import org.jointdiffusion.nodes.table.NewColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What a model is and how it was made, as a table that a node keeps for its view. */
public final class CardTable {

    private static final DataTableSpec SPEC = new NewColumns()
            .add("Fact", StringCell.TYPE)
            .add("Value", StringCell.TYPE)
            .spec();

    private CardTable() {}

    /** A row a fact, in their order. */
    public static BufferedDataTable of(final Map<String, String> facts, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        facts.forEach((fact, value) -> container.addRowToTable(
                new DefaultRow(RowKey.createRowKey(container.size()), new StringCell(fact), new StringCell(value))));
        container.close();
        return container.getTable();
    }
}
