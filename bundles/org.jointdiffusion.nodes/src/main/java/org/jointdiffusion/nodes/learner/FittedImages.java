package org.jointdiffusion.nodes.learner;

import org.jointdiffusion.nodes.execution.NodeProgress;
import org.jointdiffusion.nodes.table.CellImage;
import org.jointdiffusion.nodes.table.ImageColumn;
import org.jointdiffusion.runtime.image.ImageFit;
import org.jointdiffusion.runtime.image.ImageFitter;
import org.jointdiffusion.runtime.image.ImageShape;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/**
 * The usable images of a table, brought to one size.
 *
 * @param table where they are, surveyed before, so that at no time more than one image is in memory in its own size
 * @param column the column of the images
 * @param shape the size and the channels to which they are brought
 * @param fit how
 */
record FittedImages(BufferedDataTable table, ImageColumn column, ImageShape shape, ImageFit fit) {

    /**
     * Reads the images one after the other into one array.
     *
     * @throws KNIMEException when there are too many pixels, or an image changed since the survey
     */
    byte[] read(final ImageSurvey survey, final NodeProgress progress) throws KNIMEException {
        final long size = (long) survey.count() * shape.size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new KNIMEException(
                    "The " + survey.count() + " images of " + shape + " have more than 2 billion values "
                            + "together. Choose a smaller image size, or sample the table with Row Sampling.");
        }
        final byte[] pixels = new byte[(int) size];
        int number = 0;
        int image = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                if (survey.isUsable(number++)) {
                    System.arraycopy(fitted(row), 0, pixels, image++ * shape.size(), shape.size());
                }
                progress.report((double) number / table.size(), "Reading image " + number + " of " + table.size());
            }
        }
        return pixels;
    }

    private byte[] fitted(final DataRow row) throws KNIMEException {
        final CellImage image = column.read(row);
        if (image.image().isEmpty()) {
            throw new KNIMEException("The image of row \"" + row.getKey().getString()
                    + "\" changed while the node was reading it: " + image.problem() + " Execute the node again.");
        }
        return ImageFitter.fit(image.image().get(), shape, fit).values();
    }
}
