package org.jointdiffusion.nodes.comparison;

import org.jointdiffusion.runtime.explanation.ChangeGrid;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;

/** The mean change of brightness of a group's images, pixel by pixel. */
final class MeanChange {

    private ImageShape m_shape;
    private double[] m_sums;
    private int m_images;

    void add(final PixelImage original, final PixelImage counterfactual) {
        if (m_sums == null) {
            m_shape = original.shape();
            m_sums = new double[m_shape.height() * m_shape.width()];
        }
        final float[] change =
                new ChangeGrid(m_shape, m_shape.height(), m_shape.width()).change(original, counterfactual);
        for (int pixel = 0; pixel < change.length; pixel++) {
            m_sums[pixel] += change[pixel];
        }
        m_images++;
    }

    /** The size of the images; null before the first. */
    ImageShape shape() {
        return m_shape;
    }

    /** The mean change of each pixel, row by row, in [-1, 1]; empty before the first image. */
    float[] changes() {
        final float[] changes = new float[m_sums == null ? 0 : m_sums.length];
        for (int pixel = 0; pixel < changes.length; pixel++) {
            changes[pixel] = (float) (m_sums[pixel] / m_images);
        }
        return changes;
    }

    /** The largest absolute mean change of a pixel. */
    double largest() {
        double largest = 0;
        for (final float change : changes()) {
            largest = Math.max(largest, Math.abs(change));
        }
        return largest;
    }
}
