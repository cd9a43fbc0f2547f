package org.jointdiffusion.nodes.view;

import java.util.Map;
import java.util.OptionalDouble;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageValue;

/** Cells as values that a page understands. */
public final class ViewValues {

    private static final double DIGITS = 1e5;

    private ViewValues() {}

    /** A number with five digits after the point, or null where there is none, which is what JSON knows. */
    public static Object rounded(final OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? (Object) rounded(number.getAsDouble())
                : null;
    }

    /** A finite number with five digits after the point. */
    public static double rounded(final double number) {
        return Math.rint(number * DIGITS) / DIGITS;
    }

    /** A number as it is, or null where there is none. */
    public static Object precise(final OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble()) ? (Object) number.getAsDouble() : null;
    }

    /** The number in a cell; empty when it is missing. */
    public static OptionalDouble number(final DataCell cell) {
        return cell instanceof DoubleValue number ? OptionalDouble.of(number.getDoubleValue()) : OptionalDouble.empty();
    }

    /** The text of a cell; empty when it is missing. */
    public static String text(final DataCell cell) {
        return cell.isMissing() ? "" : cell.toString();
    }

    /** Puts the PNG file of a cell into a map, unless the cell is missing. */
    public static void putImage(final Map<String, Object> map, final String name, final DataCell cell) {
        if (cell instanceof PNGImageValue image) {
            map.put(name, image.getImageContent().getByteArray());
        }
    }
}
