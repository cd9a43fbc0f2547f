package org.jointdiffusion.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that are computed at once. What is computed with which rows depends on the list of images alone and not on
 * the cluster, hence neither does the rounding.
 *
 * @param images in the order of the list
 */
record ImageBlock(List<ImagePlace> images) implements Serializable {

    /** Copies the list. */
    ImageBlock {
        images = List.copyOf(images);
    }

    /** Divides a list into blocks of so many rows; the last may have fewer. */
    static List<ImageBlock> of(final List<ImagePlace> images, final int rows) {
        final List<ImageBlock> blocks = new ArrayList<>();
        for (int from = 0; from < images.size(); from += rows) {
            blocks.add(new ImageBlock(images.subList(from, Math.min(images.size(), from + rows))));
        }
        return blocks;
    }
}
