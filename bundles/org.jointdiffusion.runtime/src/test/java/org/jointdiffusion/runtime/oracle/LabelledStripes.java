package org.jointdiffusion.runtime.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.training.TrainingImages;

/** A task that an oracle learns in a second: images that are bright above, below, or nowhere. */
final class LabelledStripes {

    static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    private static final List<String> CLASSES = List.of("above", "below", "nowhere");

    private LabelledStripes() {}

    /** Images whose classes alternate. */
    static TrainingImages of(final ImageShape shape, final int count) {
        return labelled(shape, IntStream.range(0, count).map(row -> row % 3).toArray());
    }

    /** The same images with the given labels. */
    static TrainingImages labelled(final ImageShape shape, final int[] labels) {
        final byte[] pixels = new byte[labels.length * shape.size()];
        for (int row = 0; row < labels.length; row++) {
            System.arraycopy(image(shape, row).values(), 0, pixels, row * shape.size(), shape.size());
        }
        return new TrainingImages(shape, pixels, labels, CLASSES);
    }

    /** The image of a row. */
    static PixelImage image(final ImageShape shape, final int row) {
        final KeyedNoise noise = new KeyedNoise(3);
        final byte[] values = new byte[shape.size()];
        for (int index = 0; index < values.length; index++) {
            final int line = index / shape.width() % shape.height();
            final boolean bright = row % 3 < 2 && line < shape.height() / 2 == (row % 3 == 0);
            values[index] = (byte) ((bright ? 150 : 40) + noise.uniformInt(row, index, 90));
        }
        return new PixelImage(shape, values);
    }

    /** Images that are not among the first rows. */
    static List<PixelImage> others(final ImageShape shape, final int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> image(shape, 3000 + row))
                .toList();
    }

    /** The same label for all rows. */
    static int[] filled(final int count, final int label) {
        final int[] labels = new int[count];
        Arrays.fill(labels, label);
        return labels;
    }
}
