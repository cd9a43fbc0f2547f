package org.jointdiffusion.nodes.sampler;

import java.util.List;
import org.jointdiffusion.nodes.port.TargetType;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.LongValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Offers columns of the table of requests, which is there only when the user added its port. */
abstract class RequestColumnsProvider implements ColumnChoicesProvider {

    private static final int REQUESTS = 1;

    abstract boolean fits(DataType type);

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        if (input.getInPortSpecs().length <= REQUESTS) {
            return List.of();
        }
        return input.getInTableSpec(REQUESTS)
                .map(spec ->
                        spec.stream().filter(column -> fits(column.getType())).toList())
                .orElse(List.of());
    }

    /** The only column that can hold classes; null when none or several can. */
    static String guessClassColumn(final NodeParametersInput input) {
        final var columns = new Classes().columnChoices(input);
        return columns.size() == 1 ? columns.get(0).getName() : null;
    }

    /** Columns that can hold classes. */
    static final class Classes extends RequestColumnsProvider {
        @Override
        boolean fits(final DataType type) {
            return TargetType.of(type).isPresent();
        }
    }

    /** Columns of whole numbers. */
    static final class Numbers extends RequestColumnsProvider {
        @Override
        boolean fits(final DataType type) {
            return isWhole(type);
        }
    }

    static boolean isWhole(final DataType type) {
        return type.isCompatible(LongValue.class);
    }
}
