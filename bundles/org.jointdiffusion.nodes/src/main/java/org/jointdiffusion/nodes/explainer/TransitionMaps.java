package org.jointdiffusion.nodes.explainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.explanation.ChangeGrid;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.webui.data.DataServiceException;

/** Averages the change of brightness over the successful counterfactuals of each class before and desired class. */
final class TransitionMaps {

    /** Larger images are averaged to at most this many cells a side: an atlas shows thumbnails. */
    private static final int LARGEST_SIDE = 32;

    private static final int STEPS = 127;

    private record Transition(String before, String desired) {}

    /** The sum of changes on a grid of cells, and how many images it has. */
    private static final class Sum {
        private final ChangeGrid m_grid;
        private final double[] m_changes;
        private int m_images;

        private Sum(final PixelImage image) {
            m_grid = ChangeGrid.of(image.shape(), LARGEST_SIDE);
            m_changes = new double[m_grid.size()];
        }

        private void add(final PixelImage before, final PixelImage after) {
            final float[] change = m_grid.change(before, after);
            for (int cell = 0; cell < change.length; cell++) {
                m_changes[cell] += change[cell];
            }
            m_images++;
        }

        private Map<String, Object> toMap(final Transition transition) {
            final byte[] mean = new byte[m_changes.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (byte) Math.round(Math.max(-1, Math.min(1, m_changes[i] / m_images)) * STEPS);
            }
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("before", transition.before());
            map.put("desired", transition.desired());
            map.put("height", m_grid.height());
            map.put("width", m_grid.width());
            map.put("mean", mean);
            return map;
        }
    }

    private TransitionMaps() {}

    /**
     * Averages.
     *
     * @return one map a pair that has a success: {@code before} and {@code desired} (class names), {@code height} and
     *     {@code width} in cells, and {@code mean}, the mean change of each cell as a signed byte that counts in 1/127
     */
    static List<Map<String, Object>> of(final ViewTables tables) {
        final Map<Transition, Sum> sums = new LinkedHashMap<>();
        tables.forEach(0, tables.size(), (row, path) -> add(sums, tables.columns(), row));
        final List<Map<String, Object>> maps = new ArrayList<>();
        sums.forEach((transition, sum) -> maps.add(sum.toMap(transition)));
        return maps;
    }

    private static void add(final Map<Transition, Sum> sums, final ResultColumns columns, final DataRow row) {
        if (!columns.isTrue(row, "Success")) {
            return;
        }
        final PixelImage before = decode(columns.cell(row, "Original"));
        final PixelImage after = decode(columns.cell(row, "Counterfactual"));
        sums.computeIfAbsent(
                        new Transition(columns.text(row, "Class before"), columns.text(row, "Desired class")),
                        missing -> new Sum(before))
                .add(before, after);
    }

    private static PixelImage decode(final DataCell cell) {
        try {
            return ImageDecoder.decode(((PNGImageValue) cell).getImageContent().getByteArray(), ImageLimits.DEFAULT);
        } catch (final ImageFormatException exception) {
            throw new DataServiceException(
                    "An image of the node's output cannot be read. Execute the node again.", exception);
        }
    }
}
