package org.jointdiffusion.runtime.reference.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.LabeledImageLayout;
import org.jointdiffusion.runtime.image.LabeledImageScanner;
import org.jointdiffusion.runtime.image.LabeledImageSource;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.training.TrainingImages;

/**
 * Fashion-MNIST, all of it.
 *
 * @param training the 60,000 training images
 * @param test the 10,000 test images
 * @param testLabels their classes
 */
record FashionData(TrainingImages training, List<PixelImage> test, int[] testLabels) {

    /** The classes in the order of their numbers in the files. */
    static final List<String> NAMES = List.of(
            "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    /**
     * Reads the files.
     *
     * @param classNames the names of the classes in the order in which a model numbers them
     * @throws IOException with a message for the user
     */
    static FashionData read(final Path folder, final List<String> classNames) throws IOException {
        if (!Files.isRegularFile(folder.resolve("train-images-idx3-ubyte.gz"))) {
            throw new IOException("Fashion-MNIST is not in \"" + folder
                    + "\". Install Debian's package dataset-fashion-mnist, or name the folder of its four IDX files"
                    + " with --data.");
        }
        final int[] numbers = numbers(classNames);
        final List<PixelImage> images = new ArrayList<>();
        final int[] labels = read(folder.resolve("train-images-idx3-ubyte.gz"), images, numbers);
        final ImageShape shape = images.get(0).shape();
        final byte[] pixels = new byte[images.size() * shape.size()];
        for (int row = 0; row < images.size(); row++) {
            System.arraycopy(images.get(row).values(), 0, pixels, row * shape.size(), shape.size());
        }
        final List<PixelImage> test = new ArrayList<>();
        final int[] testLabels = read(folder.resolve("t10k-images-idx3-ubyte.gz"), test, numbers);
        return new FashionData(new TrainingImages(shape, pixels, labels, classNames), List.copyOf(test), testLabels);
    }

    /** A training image. */
    PixelImage trainingImage(final int row) {
        final int size = training.shape().size();
        return new PixelImage(training.shape(), Arrays.copyOfRange(training.pixels(), row * size, (row + 1) * size));
    }

    /**
     * Test images with as many of each class.
     *
     * @param skip how many of each class are left out first
     * @param each how many of each class
     */
    List<PixelImage> balancedTest(final int skip, final int each) {
        final List<PixelImage> chosen = new ArrayList<>();
        for (int label = 0; label < NAMES.size(); label++) {
            final int wanted = label;
            IntStream.range(0, testLabels.length)
                    .filter(row -> testLabels[row] == wanted)
                    .skip(skip)
                    .limit(each)
                    .forEach(row -> chosen.add(test.get(row)));
        }
        return chosen;
    }

    /** The model's number of each class of the files; their own order where the model calls them something else. */
    private static int[] numbers(final List<String> classNames) throws IOException {
        if (classNames.size() != NAMES.size()) {
            throw new IOException("The model has " + classNames.size()
                    + " classes, but Fashion-MNIST has 10. Choose a model of Fashion-MNIST.");
        }
        final List<String> known =
                classNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        final int[] byName = NAMES.stream()
                .mapToInt(name -> known.indexOf(name.toLowerCase(Locale.ROOT)))
                .toArray();
        final boolean allKnown = Arrays.stream(byName).allMatch(number -> number >= 0);
        return allKnown ? byName : IntStream.range(0, NAMES.size()).toArray();
    }

    private static int[] read(final Path file, final List<PixelImage> images, final int[] numbers) throws IOException {
        final List<Integer> labels = new ArrayList<>();
        LabeledImageScanner.open(LabeledImageSource.of(LabeledImageLayout.IDX_FILES, file))
                .forEach(ProgressMonitor.silent(), image -> {
                    images.add(image.image().orElseThrow());
                    labels.add(numbers[Integer.parseInt(image.label().orElseThrow())]);
                });
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }
}
