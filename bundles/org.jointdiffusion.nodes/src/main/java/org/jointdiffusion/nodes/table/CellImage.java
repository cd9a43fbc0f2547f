package org.jointdiffusion.nodes.table;

import java.util.Optional;
import org.jointdiffusion.runtime.image.PixelImage;

/**
 * The image of one cell, or why there is none.
 *
 * @param image the decoded image, in its own size
 * @param problem a sentence for the user, empty when there is an image
 */
public record CellImage(Optional<PixelImage> image, String problem) {

    static CellImage of(final PixelImage image) {
        return new CellImage(Optional.of(image), "");
    }

    static CellImage unusable(final String problem) {
        return new CellImage(Optional.empty(), problem);
    }
}
