package org.jointdiffusion.runtime.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where labelled images are.
 *
 * @param layout how they lie on disk
 * @param location the folder of class folders, the CSV file, or the IDX file of images
 * @param fileColumn CSV only: the column of file names; empty for the first column
 * @param labelColumn CSV only: the column of labels; empty for the second column
 * @param labelFile IDX only: the file of labels; empty for the usual name beside the images ("labels-idx1" for
 *     "images-idx3")
 * @param limits what one image may ask for
 */
public record LabeledImageSource(
        LabeledImageLayout layout,
        Path location,
        Optional<String> fileColumn,
        Optional<String> labelColumn,
        Optional<Path> labelFile,
        ImageLimits limits) {

    /** A source of the given layout with the usual names and limits. */
    public static LabeledImageSource of(final LabeledImageLayout layout, final Path location) {
        return new LabeledImageSource(
                layout, location, Optional.empty(), Optional.empty(), Optional.empty(), ImageLimits.DEFAULT);
    }

    /** The same source with other columns of its CSV file. */
    public LabeledImageSource withColumns(final String file, final String label) {
        return new LabeledImageSource(layout, location, Optional.of(file), Optional.of(label), labelFile, limits);
    }

    /** The same source with another IDX file of labels. */
    public LabeledImageSource withLabelFile(final Path file) {
        return new LabeledImageSource(layout, location, fileColumn, labelColumn, Optional.of(file), limits);
    }

    /** The same source with other limits. */
    public LabeledImageSource withLimits(final ImageLimits newLimits) {
        return new LabeledImageSource(layout, location, fileColumn, labelColumn, labelFile, newLimits);
    }
}
