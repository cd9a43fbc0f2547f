package org.jointdiffusion.nodes.table;

import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.png.PNGImageCellFactory;

/** Makes PNG cells of images. */
public final class PngCells {

    /** The type of the cells. */
    public static final DataType TYPE = PNGImageCellFactory.TYPE;

    private PngCells() {}

    /** A PNG cell with exactly the image's pixels. */
    public static DataCell of(final PixelImage image) {
        return PNGImageCellFactory.create(PngEncoder.encode(image));
    }
}
