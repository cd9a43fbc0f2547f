package org.jointdiffusion.nodes.settings;

import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.port.TargetType;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers the columns of the first input port that can hold classes: nominal strings or whole numbers. */
public class TargetColumnsProvider implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return TargetType.of(column.getType()).isPresent();
    }

    /** The only column that can hold classes; null when none or several can. */
    public static String guess(final NodeParametersInput input, final int port) {
        return input.getInTableSpec(port).map(TargetColumnsProvider::guess).orElse(null);
    }

    /** The same for a table. */
    public static String guess(final DataTableSpec spec) {
        final var names = spec.stream()
                .filter(column -> TargetType.of(column.getType()).isPresent())
                .map(DataColumnSpec::getName)
                .toList();
        return names.size() == 1 ? names.get(0) : null;
    }

    /** The column that is called like the one the model learned, else the only one that can hold classes, or null. */
    public static String guess(final DataTableSpec spec, final JointModelPortObjectSpec model) {
        return model != null && spec.containsName(model.targetName()) ? model.targetName() : guess(spec);
    }

    /** The same for nodes whose first port is the model. */
    public static final class OfSecondPort extends TargetColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }
}
