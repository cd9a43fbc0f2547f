package org.jointdiffusion.nodes.explainer;

import java.util.Optional;
import org.jointdiffusion.nodes.table.CellImage;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.explanation.ChangeMask;
import org.jointdiffusion.runtime.image.ImageFit;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageShape;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Where the image of a row may change. */
final class RowMasks {

    /**
     * The mask of one row.
     *
     * @param mask empty when the image may change everywhere, or when there is a problem
     * @param problem a sentence that says why the row cannot be explained, empty if it can
     */
    record Choice(Optional<ChangeMask> mask, String problem) {}

    private static final Choice EVERYWHERE = new Choice(Optional.empty(), "");

    private final Optional<ImageColumn> m_column;

    private RowMasks(final Optional<ImageColumn> column) {
        m_column = column;
    }

    /**
     * The masks that the settings ask for.
     *
     * @throws InvalidSettingsException when the column is missing or cannot hold images
     */
    static RowMasks of(final DataTableSpec spec, final ExplainerParameters parameters) throws InvalidSettingsException {
        return new RowMasks(
                parameters.m_maskColumn.isPresent()
                        ? Optional.of(ImageColumn.find(spec, parameters.m_maskColumn.get()))
                        : Optional.empty());
    }

    /** The mask of one row, in the size of its image. */
    Choice of(final DataRow row, final ImageShape shape) {
        if (m_column.isEmpty()) {
            return EVERYWHERE;
        }
        final CellImage cell = m_column.get().read(row);
        if (cell.image().isEmpty()) {
            return new Choice(Optional.empty(), "The mask cannot be used: " + cell.problem());
        }
        final ChangeMask mask = new ChangeMask(ImageFitter.fit(cell.image().get(), shape, ImageFit.STRETCH));
        return mask.allowsAny()
                ? new Choice(Optional.of(mask), "")
                : new Choice(Optional.empty(), "The mask has no white pixel, so that nothing may change.");
    }
}
