package org.jointdiffusion.nodes.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jointdiffusion.nodes.settings.ImageColumnsProvider;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.data.location.FSLocationValue;

/** The column of a table that holds the images, as image cells or as the locations of image files. */
public final class ImageColumn {

    private final int m_index;
    private final ImageLimits m_limits;

    private ImageColumn(final int index, final ImageLimits limits) {
        m_index = index;
        m_limits = limits;
    }

    /**
     * Finds the column.
     *
     * @param spec of the table
     * @param name the chosen column, may be null
     * @throws InvalidSettingsException when none is chosen, or the chosen one is missing or cannot hold images
     */
    public static ImageColumn find(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException(
                    spec.stream().noneMatch(new ImageColumnsProvider()::isIncluded)
                            ? "The input table has no image column. Connect a table with images, or with the "
                                    + "locations of image files as String or Path."
                            : "No image column is chosen. Open the dialog and choose the column with the images.");
        }
        if (!spec.containsName(name)) {
            throw new InvalidSettingsException("The input table has no column \"" + name
                    + "\". Open the dialog and choose the column with the images.");
        }
        if (!ImageColumnsProvider.fits(spec, name)) {
            throw new InvalidSettingsException("The column \"" + name + "\" holds "
                    + spec.getColumnSpec(name).getType().getName()
                    + " cells. Choose a column with images, or with the locations of image files as String or Path.");
        }
        return new ImageColumn(spec.findColumnIndex(name), ImageLimits.DEFAULT);
    }

    /** The same column, whose images may be as large as given instead of the usual limits. */
    public ImageColumn within(final ImageLimits limits) {
        return new ImageColumn(m_index, limits);
    }

    /** The image of a row; never fails, but says what is wrong with the cell. */
    public CellImage read(final DataRow row) {
        final DataCell cell = row.getCell(m_index);
        if (cell.isMissing()) {
            final String error = cell instanceof MissingValue missing ? missing.getError() : null;
            return CellImage.unusable(error == null || error.isEmpty() ? "The image is missing." : error);
        }
        try {
            return CellImage.of(ImageDecoder.decode(file(cell), m_limits));
        } catch (IOException | RuntimeException e) {
            return CellImage.unusable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private byte[] file(final DataCell cell) throws IOException {
        // the order matters: PNG cells are image cells too, and some cells can be read as strings besides
        if (cell instanceof PNGImageValue png) {
            return png.getImageContent().getByteArray();
        }
        if (cell instanceof ImageValue image) {
            final ByteArrayOutputStream file = new ByteArrayOutputStream();
            image.getImageContent().save(file);
            return file.toByteArray();
        }
        if (cell instanceof FSLocationValue location) {
            return FileLocation.of(location.getFSLocation()).read(m_limits.maximumBytes());
        }
        return FileLocation.of(((StringValue) cell).getStringValue()).read(m_limits.maximumBytes());
    }
}
