package org.jointdiffusion.runtime.image;

import java.util.Arrays;

/** An image of unsigned 8-bit values, immutable; what files are decoded to and what the network's output becomes. */
public final class PixelImage {

    private final ImageShape shape;

    private final byte[] values;

    /**
     * Copies the values.
     *
     * @param shape the size of the image
     * @param values unsigned 8-bit values in the order channel, row, column
     * @throws IllegalArgumentException when the number of values is not the shape's
     */
    public PixelImage(final ImageShape shape, final byte[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "An image of " + shape + " has " + shape.size() + " values, not " + values.length + ".");
        }
        this.shape = shape;
        this.values = values.clone();
    }

    /** The size of the image. */
    public ImageShape shape() {
        return shape;
    }

    /** The value at a position, 0 to 255. */
    public int value(final int channel, final int row, final int column) {
        return values[(channel * shape.height() + row) * shape.width() + column] & 0xff;
    }

    /** A copy of the unsigned 8-bit values in the order channel, row, column. */
    public byte[] values() {
        return values.clone();
    }

    /**
     * The brightness at a position, 0 to 255: the grey value itself, or the weighted sum of red, green and blue of
     * ITU-R BT.601.
     */
    public double luminance(final int row, final int column) {
        if (shape.channels() == 1) {
            return value(0, row, column);
        }
        return 0.299 * value(0, row, column) + 0.587 * value(1, row, column) + 0.114 * value(2, row, column);
    }

    /** Whether the other object is an image of the same shape and values. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof PixelImage image && shape.equals(image.shape) && Arrays.equals(values, image.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    /** The shape, such as "28x28 grey". */
    @Override
    public String toString() {
        return shape.toString();
    }
}
