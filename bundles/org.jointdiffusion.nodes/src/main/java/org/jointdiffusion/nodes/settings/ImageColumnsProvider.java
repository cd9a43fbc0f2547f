package org.jointdiffusion.nodes.settings;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.ImageValue;
import org.knime.filehandling.core.data.location.FSLocationValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the columns that can hold images: images themselves, or the locations of image files. */
public class ImageColumnsProvider extends CompatibleColumnsProvider {

    /** Offers columns of the first input port. */
    public ImageColumnsProvider() {
        super(List.of(ImageValue.class, FSLocationValue.class, StringValue.class));
    }

    /** Offers columns of the second input port, for nodes whose first port is the model. */
    public static final class OfSecondPort extends ImageColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    /** Whether the named column exists and can hold images or their locations. */
    public static boolean fits(final DataTableSpec spec, final String column) {
        return spec.containsName(column) && new ImageColumnsProvider().isIncluded(spec.getColumnSpec(column));
    }

    /** The only column with images, or else the only one with file paths; null when none or several fit. */
    public static String guess(final NodeParametersInput input, final int port) {
        return input.getInTableSpec(port).map(ImageColumnsProvider::guess).orElse(null);
    }

    /** The same for a table. */
    public static String guess(final DataTableSpec spec) {
        for (final var type : List.of(ImageValue.class, FSLocationValue.class)) {
            final var columns = ColumnSelectionUtil.getCompatibleColumns(spec, type);
            if (!columns.isEmpty()) {
                return columns.size() == 1 ? columns.get(0).getName() : null;
            }
        }
        return null;
    }
}
