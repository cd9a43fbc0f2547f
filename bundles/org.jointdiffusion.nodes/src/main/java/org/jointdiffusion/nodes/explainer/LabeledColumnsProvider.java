package org.jointdiffusion.nodes.explainer;

import java.util.List;
import java.util.Optional;
import org.jointdiffusion.nodes.port.JointModelPortObjectSpec;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.nodes.settings.TargetColumnsProvider;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Offers columns of the labeled images, which are there only when the user added their port. */
abstract class LabeledColumnsProvider implements ColumnChoicesProvider {

    abstract boolean fits(DataTableSpec spec, DataColumnSpec column);

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return table(input)
                .map(spec -> spec.stream().filter(column -> fits(spec, column)).toList())
                .orElse(List.of());
    }

    /** The only column that can hold the images; null when none or several can. */
    static String guessImages(final NodeParametersInput input) {
        return table(input).map(ImageColumnsProvider::guess).orElse(null);
    }

    /** The column that is called like the one the model learned, or the only one that fits; null otherwise. */
    static String guessClasses(final NodeParametersInput input) {
        final var model =
                input.getInPortSpec(0).map(JointModelPortObjectSpec.class::cast).orElse(null);
        return table(input)
                .map(spec -> TargetColumnsProvider.guess(spec, model))
                .orElse(null);
    }

    private static Optional<DataTableSpec> table(final NodeParametersInput input) {
        return input.getInPortSpecs().length > LabeledImages.PORT
                ? input.getInTableSpec(LabeledImages.PORT)
                : Optional.empty();
    }

    /** Columns that can hold images. */
    static final class Images extends LabeledColumnsProvider {
        @Override
        boolean fits(final DataTableSpec spec, final DataColumnSpec column) {
            return ImageColumnsProvider.fits(spec, column.getName());
        }
    }

    /** Columns that can hold classes. */
    static final class Classes extends LabeledColumnsProvider {
        @Override
        boolean fits(final DataTableSpec spec, final DataColumnSpec column) {
            return TargetType.of(column.getType()).isPresent();
        }
    }
}
