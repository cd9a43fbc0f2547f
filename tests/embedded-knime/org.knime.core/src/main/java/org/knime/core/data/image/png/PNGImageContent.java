package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** An image in PNG format, decoded when it is made, so that only valid ones exist. */
public class PNGImageContent implements ImageContent {
    /** The type of PNG image columns. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private static final int BLOB_BYTES = 40 * 1024;

    private final byte[] m_bytes;
    private final BufferedImage m_image;

    /** Keeps the bytes (no copy) and decodes them; bytes that are no image are an {@link IllegalArgumentException}. */
    public PNGImageContent(final byte[] bytes) {
        m_bytes = bytes;
        m_image = decode(bytes);
    }

    /** Reads up to the end of the stream, which stays open. */
    public PNGImageContent(final InputStream input) throws IOException {
        this(input.readAllBytes());
    }

    private static BufferedImage decode(final byte[] bytes) {
        try {
            final BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalArgumentException("The bytes are no PNG image.");
            }
            return image;
        } catch (final IOException exception) {
            throw new IllegalArgumentException(
                    "The PNG image can not be decoded: " + exception.getMessage(), exception);
        }
    }

    /** Returns a copy of the bytes of the PNG file. */
    public byte[] getByteArray() {
        return m_bytes.clone();
    }

    /** Returns the bytes of the PNG file, which the caller must not change. */
    public byte[] getByteArrayReference() {
        return m_bytes;
    }

    /** Returns the decoded image. */
    public Image getImage() {
        return m_image;
    }

    @Override
    public void paint(final Graphics2D graphics, final int width, final int height) {
        graphics.drawImage(m_image, 0, 0, width, height, null);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(m_image.getWidth(), m_image.getHeight());
    }

    @Override
    public String getSummary() {
        return "PNG Image " + m_image.getWidth() + " x " + m_image.getHeight() + " with " + m_bytes.length + " B";
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(m_bytes);
    }

    @Override
    public DataCell toImageCell() {
        return m_bytes.length >= BLOB_BYTES ? new PNGImageBlobCell(this) : new PNGImageCell(this);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PNGImageContent content && Arrays.equals(content.m_bytes, m_bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_bytes);
    }
}
