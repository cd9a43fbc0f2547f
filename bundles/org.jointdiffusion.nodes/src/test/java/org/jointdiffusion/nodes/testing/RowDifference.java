package org.jointdiffusion.nodes.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageValue;

/**
 * By how much two results of one row differ; everything but images and numbers has to be equal.
 *
 * @param greyLevels the largest difference of a pixel, 0 to 255
 * @param number the largest difference of a number
 */
public record RowDifference(int greyLevels, double number) {

    /** No difference. */
    public static final RowDifference NONE = new RowDifference(0, 0);

    /** Compares two rows of one table spec, but for some columns. */
    public static RowDifference of(
            final DataRow first, final DataRow second, final DataTableSpec spec, final Set<String> ignored)
            throws ImageFormatException {
        RowDifference largest = NONE;
        for (int column = 0; column < spec.getNumColumns(); column++) {
            final String name = spec.getColumnSpec(column).getName();
            if (!ignored.contains(name)) {
                largest = largest.and(of(first.getCell(column), second.getCell(column), name));
            }
        }
        return largest;
    }

    /** The larger of each difference. */
    public RowDifference and(final RowDifference other) {
        return new RowDifference(Math.max(greyLevels, other.greyLevels), Math.max(number, other.number));
    }

    private static RowDifference of(final DataCell first, final DataCell second, final String name)
            throws ImageFormatException {
        if (first instanceof PNGImageValue image && second instanceof PNGImageValue other) {
            return new RowDifference(greyLevels(pixels(image), pixels(other)), 0);
        }
        if (first instanceof DoubleValue number && second instanceof DoubleValue other) {
            return new RowDifference(0, Math.abs(number.getDoubleValue() - other.getDoubleValue()));
        }
        assertEquals(first, second, name);
        return NONE;
    }

    private static byte[] pixels(final PNGImageValue image) throws ImageFormatException {
        return ImageDecoder.decode(image.getImageContent().getByteArray(), ImageLimits.DEFAULT)
                .values();
    }

    /** The largest difference of two images' values, 0 to 255. */
    public static int greyLevels(final byte[] first, final byte[] second) {
        assertEquals(first.length, second.length);
        int largest = 0;
        for (int i = 0; i < first.length; i++) {
            largest = Math.max(largest, Math.abs((first[i] & 0xff) - (second[i] & 0xff)));
        }
        return largest;
    }
}
