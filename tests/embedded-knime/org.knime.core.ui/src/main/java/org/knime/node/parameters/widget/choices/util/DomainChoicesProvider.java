package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Provides the values that a column of the first input table can take, from its domain. */
public interface DomainChoicesProvider extends StringChoicesProvider {

    String getColumnName();

    @Override
    default List<String> choices(final NodeParametersInput context) {
        final DataColumnSpec column =
                context.getInTableSpec(0).map(this::columnOf).orElse(null);
        if (column == null) {
            return List.of();
        }
        final Set<DataCell> values = column.getDomain().getValues();
        if (values == null) {
            throw new IllegalStateException("Column \"" + column.getName()
                    + "\" does not list its values. Add a Domain Calculator node before this node.");
        }
        return values.stream().map(DataCell::toString).toList();
    }

    private DataColumnSpec columnOf(final DataTableSpec spec) {
        return spec.getColumnSpec(getColumnName());
    }
}
