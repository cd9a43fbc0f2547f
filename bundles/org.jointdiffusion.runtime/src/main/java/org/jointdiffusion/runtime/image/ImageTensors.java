package org.jointdiffusion.runtime.image;

import java.util.List;

/** Turns 8-bit images into the network's numbers, v / 127.5 - 1 in [-1, 1], and back. */
public final class ImageTensors {

    private ImageTensors() {}

    /**
     * All images, one after the other.
     *
     * @param images images of one shape
     * @return n x channels x height x width
     */
    public static float[] toNetwork(final List<PixelImage> images) {
        if (images.isEmpty()) {
            return new float[0];
        }
        final ImageShape shape = images.get(0).shape();
        final float[] target = new float[Math.multiplyExact(images.size(), shape.size())];
        for (int row = 0; row < images.size(); row++) {
            if (!images.get(row).shape().equals(shape)) {
                throw new IllegalArgumentException("The images of one batch have one shape, but there are " + shape
                        + " and " + images.get(row).shape() + ". Fit them to one shape first.");
            }
            toNetwork(images.get(row), target, row);
        }
        return target;
    }

    /** Writes one image into row {@code row} of a batch of images of its shape. */
    public static void toNetwork(final PixelImage image, final float[] target, final int row) {
        final byte[] values = image.values();
        final int start = row * values.length;
        for (int i = 0; i < values.length; i++) {
            target[start + i] = (values[i] & 0xff) / 127.5f - 1;
        }
    }

    /**
     * Row {@code row} of a batch as an image: clamped to [-1, 1] and rounded to 8 bits; NaN becomes 0.
     *
     * @param images n x channels x height x width
     */
    public static PixelImage fromNetwork(final float[] images, final int row, final ImageShape shape) {
        final byte[] values = new byte[shape.size()];
        final int start = row * values.length;
        for (int i = 0; i < values.length; i++) {
            final float value = (images[start + i] + 1) * 127.5f;
            values[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        return new PixelImage(shape, values);
    }
}
