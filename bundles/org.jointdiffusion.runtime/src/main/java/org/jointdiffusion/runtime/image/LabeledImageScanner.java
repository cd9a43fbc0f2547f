package org.jointdiffusion.runtime.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jointdiffusion.runtime.ProgressMonitor;

/**
 * Reads a set of labelled images one after the other, always in the same order and with one image in memory at a time.
 *
 * <p>An image that cannot be read is passed on with its problem and does not stop the others.
 */
public final class LabeledImageScanner {

    /** One layout's way to list and read its images. */
    interface Entries {

        /** The number of images, readable or not. */
        long count() throws IOException;

        /** Reads every image in order. */
        void forEach(Consumer<LabeledImage> consumer) throws IOException;
    }

    private final Entries entries;

    private final long count;

    private LabeledImageScanner(final Entries entries) throws IOException {
        this.entries = entries;
        this.count = entries.count();
    }

    /**
     * Looks through the source without decoding an image.
     *
     * @throws IOException with a message for the user when the source is missing, empty or not of its layout
     */
    public static LabeledImageScanner open(final LabeledImageSource source) throws IOException {
        final Path location = source.location();
        if (!Files.exists(location)) {
            throw new IOException("\"" + location + "\" does not exist. Check the location of the images.");
        }
        final Entries entries =
                switch (source.layout()) {
                    case CLASS_FOLDERS -> ClassFolders.open(location, source.limits());
                    case CSV_FILE -> CsvListing.open(source);
                    case IDX_FILES -> IdxFiles.open(source);
                };
        final LabeledImageScanner scanner = new LabeledImageScanner(entries);
        if (scanner.count == 0) {
            throw new IOException("\"" + location + "\" holds no images. Check the location and the layout.");
        }
        return scanner;
    }

    /** The number of images, readable or not; at least 1. */
    public long count() {
        return count;
    }

    /**
     * Passes every image on, in order.
     *
     * @throws UncheckedIOException with a message for the user when the source itself can no longer be read
     * @throws org.jointdiffusion.runtime.CancelledException when the monitor is cancelled
     */
    public void forEach(final ProgressMonitor monitor, final Consumer<LabeledImage> consumer) {
        final long[] done = {0};
        try {
            entries.forEach(image -> {
                monitor.checkCancelled();
                consumer.accept(image);
                done[0]++;
                monitor.report(Math.min(1, (double) done[0] / count), "Image " + done[0] + " of " + count);
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Reads one image file; whatever goes wrong becomes the entry's problem. */
    static LabeledImage readFile(
            final String name, final Optional<String> label, final Path file, final ImageLimits limits) {
        try {
            return LabeledImage.of(name, label, ImageDecoder.read(file, limits));
        } catch (final ImageFormatException e) {
            return LabeledImage.problem(name, label, e.getMessage());
        } catch (final IOException e) {
            return LabeledImage.problem(
                    name,
                    label,
                    Files.exists(file)
                            ? "The file cannot be read. Check the rights to \"" + file + "\"."
                            : "The file does not exist. Check the path \"" + file + "\".");
        }
    }
}
