package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.DataCell;

/** An image in some format. */
public interface ImageContent {
    /** Draws the image into a rectangle of the given size. */
    void paint(Graphics2D graphics, int width, int height);

    /** Returns the size in pixels. */
    Dimension getPreferredSize();

    /** Returns a description for users. */
    String getSummary();

    /** Writes the image in its format; the stream stays open. */
    void save(OutputStream output) throws IOException;

    /** Returns a cell with this image. */
    DataCell toImageCell();
}
