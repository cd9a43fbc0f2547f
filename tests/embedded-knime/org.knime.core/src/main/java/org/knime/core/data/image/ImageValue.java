package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** An image. */
public interface ImageValue extends DataValue {
    /** Returns the image itself. */
    ImageContent getImageContent();

    /** Returns the usual file extension of the image's format, such as "png". */
    String getImageExtension();
}
