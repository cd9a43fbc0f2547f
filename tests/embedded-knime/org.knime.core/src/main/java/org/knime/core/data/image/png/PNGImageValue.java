package org.knime.core.data.image.png;

import org.knime.core.data.image.ImageValue;

/** An image in PNG format. */
public interface PNGImageValue extends ImageValue {
    @Override
    PNGImageContent getImageContent();

    /** Tells whether two values hold the same bytes. */
    static boolean equalContent(final PNGImageValue first, final PNGImageValue second) {
        return first.getImageContent().equals(second.getImageContent());
    }
}
