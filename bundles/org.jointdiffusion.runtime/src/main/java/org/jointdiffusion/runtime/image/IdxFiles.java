package org.jointdiffusion.runtime.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Grey images and labels in a pair of IDX files, as MNIST defines them; each label becomes its number as text. */
final class IdxFiles implements LabeledImageScanner.Entries {

    private final IdxFile images;

    private final IdxFile labels;

    private final ImageShape shape;

    private IdxFiles(final IdxFile images, final IdxFile labels, final ImageShape shape) {
        this.images = images;
        this.labels = labels;
        this.shape = shape;
    }

    static IdxFiles open(final LabeledImageSource source) throws IOException {
        final IdxFile images = IdxFile.open(source.location(), 3);
        final IdxFile labels = IdxFile.open(labelFile(source), 1);
        if (images.count() != labels.count()) {
            throw new IOException("The IDX file \"" + images.path() + "\" holds " + images.count() + " images, but \""
                    + labels.path() + "\" holds " + labels.count() + " labels. Choose two files that belong together.");
        }
        final long height = images.sizes().get(1);
        final long width = images.sizes().get(2);
        final ImageLimits limits = source.limits();
        if (height < 1
                || width < 1
                || height > limits.maximumSide()
                || width > limits.maximumSide()
                || height * width > limits.maximumPixels()) {
            throw new IOException("The IDX file \"" + images.path() + "\" holds images of " + width + " x " + height
                    + " pixels. Choose images of 1 to " + limits.maximumSide() + " pixels a side.");
        }
        images.checkLength();
        labels.checkLength();
        return new IdxFiles(images, labels, new ImageShape(1, (int) height, (int) width));
    }

    @Override
    public long count() {
        return images.count();
    }

    @Override
    public void forEach(final Consumer<LabeledImage> consumer) throws IOException {
        try (DataInputStream imageData = images.data();
                DataInputStream labelData = labels.data()) {
            final byte[] values = new byte[shape.size()];
            for (long i = 0; i < images.count(); i++) {
                imageData.readFully(values);
                final String label = Integer.toString(labelData.readUnsignedByte());
                consumer.accept(LabeledImage.of(Long.toString(i), Optional.of(label), new PixelImage(shape, values)));
            }
        }
    }

    private static Path labelFile(final LabeledImageSource source) throws IOException {
        if (source.labelFile().isPresent()) {
            return source.labelFile().get();
        }
        final Path images = source.location();
        final String name = images.getFileName().toString();
        final Path labels =
                images.resolveSibling(name.replace("images", "labels").replace("idx3", "idx1"));
        if (labels.equals(images) || !Files.exists(labels)) {
            throw new IOException("There is no file of labels beside \"" + images + "\". Choose an IDX file of images,"
                    + " such as \"train-images-idx3-ubyte.gz\", next to its \"train-labels-idx1-ubyte.gz\".");
        }
        return labels;
    }
}
