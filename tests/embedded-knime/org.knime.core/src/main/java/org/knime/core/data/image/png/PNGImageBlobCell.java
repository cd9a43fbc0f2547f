package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.container.BlobDataCell;

/** A PNG image of 40 KiB or more. */
public class PNGImageBlobCell extends BlobDataCell implements PNGImageValue {
    private static final long serialVersionUID = 1L;

    private final transient PNGImageContent m_content;

    PNGImageBlobCell(final PNGImageContent content) {
        m_content = content;
    }

    @Override
    public PNGImageContent getImageContent() {
        return m_content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return PNGImageValue.equalContent(this, (PNGImageBlobCell) other);
    }

    @Override
    protected boolean equalContent(final DataValue other) {
        return other instanceof PNGImageValue image && PNGImageValue.equalContent(this, image);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    public String toString() {
        return m_content.getSummary();
    }
}
