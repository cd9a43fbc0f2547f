package org.jointdiffusion.nodes.table;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.execution.Warnings;
import org.jointdiffusion.runtime.image.ImageFit;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** Reads a table with images a few rows at a time, so that any table fits into memory. */
public final class ImageRows {

    /** What is done with a few rows at a time. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * Handles consecutive rows.
         *
         * @param rows in the order of the table
         * @throws Exception which ends the reading
         */
        void accept(List<Entry> rows) throws Exception;
    }

    /**
     * A row and its image in the size of the model.
     *
     * @param row the row of the table
     * @param number of the row, counted from 0
     * @param image what the cell holds
     */
    public record Entry(DataRow row, long number, CellImage image) {

        /** The fitted image; only for entries that have one. */
        public PixelImage pixels() {
            return image.image().orElseThrow();
        }

        /** Whether there is an image. */
        public boolean isUsable() {
            return image.image().isPresent();
        }

        /** The cells of the row, followed by others. */
        public DataCell[] cellsAnd(final DataCell... others) {
            final DataCell[] cells = new DataCell[row.getNumCells() + others.length];
            for (int column = 0; column < row.getNumCells(); column++) {
                cells[column] = row.getCell(column);
            }
            System.arraycopy(others, 0, cells, row.getNumCells(), others.length);
            return cells;
        }
    }

    private final BufferedDataTable m_table;
    private final ImageColumn m_column;
    private final ImageShape m_shape;

    /**
     * Rows of a table.
     *
     * @param table the table
     * @param column where the images are
     * @param shape the size to which images are brought
     */
    public ImageRows(final BufferedDataTable table, final ImageColumn column, final ImageShape shape) {
        m_table = table;
        m_column = column;
        m_shape = shape;
    }

    /**
     * Reads all rows.
     *
     * @param chunk how many rows are handled at once, at least 1
     * @param progress is told about every row
     * @param warnings collects the rows without a usable image
     * @param consumer handles the rows
     * @throws Exception what the consumer throws
     */
    public void forEach(final int chunk, final NodeProgress progress, final Warnings warnings, final Consumer consumer)
            throws Exception {
        final List<Entry> entries = new ArrayList<>(chunk);
        long number = 0;
        try (var rows = m_table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                entries.add(entry(rows.next(), number++, warnings));
                if (entries.size() == chunk || !rows.hasNext()) {
                    consumer.accept(List.copyOf(entries));
                    entries.clear();
                    progress.report((double) number / m_table.size(), "Row " + number + " of " + m_table.size());
                }
            }
        }
    }

    private Entry entry(final DataRow row, final long number, final Warnings warnings) {
        final CellImage image = m_column.read(row);
        if (image.image().isEmpty()) {
            warnings.unusableImage(row.getKey().getString(), image.problem());
            return new Entry(row, number, image);
        }
        final PixelImage fitted = ImageFitter.fit(image.image().get(), m_shape, ImageFit.STRETCH);
        return new Entry(row, number, CellImage.of(fitted));
    }
}
