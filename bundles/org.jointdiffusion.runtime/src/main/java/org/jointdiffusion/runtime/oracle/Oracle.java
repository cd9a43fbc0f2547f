package org.jointdiffusion.runtime.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointdiffusion.runtime.ProgressMonitor;
import org.jointdiffusion.runtime.engine.OracleNetwork;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.network.OracleConfiguration;
import org.jointdiffusion.runtime.training.Augmentation;
import org.jointdiffusion.runtime.training.AugmentedImages;
import org.jointdiffusion.runtime.training.TrainingImages;

/**
 * An independent judge of images: a trained classifier that shares neither weights nor architecture with the joint
 * model. May be used from any thread; closing it gives back its memory.
 */
public final class Oracle implements AutoCloseable {

    private static final Augmentation NO_VARIATION = new Augmentation(Augmentation.Flip.NEVER, 0);
    private static final int LARGEST_BATCH = 256;
    /**
     * The pixels of a batch, so that its feature maps need some ten megabytes and a call takes a fraction of a second.
     */
    private static final int BATCH_PIXELS = 1 << 18;

    private final OracleNetwork network;
    private final double temperature;
    private final double validationAccuracy;

    private Oracle(final OracleNetwork network, final double temperature, final double validationAccuracy) {
        this.network = network;
        this.temperature = temperature;
        this.validationAccuracy = validationAccuracy;
    }

    /** Judges a trained network on held-out rows and calibrates it with them; closes it when that fails. */
    static Oracle validated(
            final OracleNetwork network, final TrainingImages data, final int[] rows, final ProgressMonitor monitor) {
        boolean done = false;
        try {
            final int classes = network.configuration().classes();
            final int[] labels =
                    Arrays.stream(rows).map(row -> data.labels()[row]).toArray();
            final float[] logits = new float[rows.length * classes];
            final AugmentedImages images = new AugmentedImages(data, NO_VARIATION, 0);
            final int batch = batchSize(network.configuration());
            for (int from = 0; from < rows.length; from += batch) {
                monitor.checkCancelled();
                final float[] values = new float
                        [Math.min(batch, rows.length - from) * data.shape().size()];
                for (int index = 0; index < values.length / data.shape().size(); index++) {
                    images.plain(rows[from + index], values, index);
                }
                final float[] part = network.logits(values);
                System.arraycopy(part, 0, logits, from * classes, part.length);
            }
            final double temperature = Calibration.fitTemperature(logits, labels, classes);
            final Oracle oracle = new Oracle(network, temperature, accuracy(logits, labels, classes));
            done = true;
            return oracle;
        } finally {
            if (!done) {
                network.close();
            }
        }
    }

    /** The shape of the images that it judges. */
    public ImageShape imageShape() {
        return network.configuration().image();
    }

    /**
     * The probabilities of the classes, calibrated on the held-out rows.
     *
     * @param images images of the oracle's shape
     * @return one array for each image, in their order, with a probability for each class in [0, 1], summing to 1
     * @throws IllegalArgumentException when an image has another shape
     */
    public List<double[]> probabilities(final List<PixelImage> images) {
        final int classes = network.configuration().classes();
        final List<double[]> probabilities = new ArrayList<>(images.size());
        for (final List<PixelImage> part : batches(images)) {
            final float[] logits = network.logits(ImageTensors.toNetwork(part));
            for (int row = 0; row < part.size(); row++) {
                probabilities.add(Calibration.softmax(logits, row, classes, temperature));
            }
        }
        return probabilities;
    }

    /** The number of the most likely class of each image; throws like {@link #probabilities}. */
    public int[] classes(final List<PixelImage> images) {
        return probabilities(images).stream()
                .mapToInt(Calibration::mostProbable)
                .toArray();
    }

    /**
     * What the oracle sees in images before it decides: a space in which images of one kind are close to each other.
     *
     * @param images images of the oracle's shape
     * @return n x {@link #featureWidth}, in the order of the images
     * @throws IllegalArgumentException when an image has another shape
     */
    public float[] features(final List<PixelImage> images) {
        final float[] features = new float[images.size() * featureWidth()];
        int position = 0;
        for (final List<PixelImage> part : batches(images)) {
            final float[] values = network.features(ImageTensors.toNetwork(part));
            System.arraycopy(values, 0, features, position, values.length);
            position += values.length;
        }
        return features;
    }

    /** The features of one image. */
    public int featureWidth() {
        return OracleConfiguration.FEATURES;
    }

    /** The share of held-out rows that are classified rightly; NaN when none were held out. */
    public double validationAccuracy() {
        return validationAccuracy;
    }

    @Override
    public void close() {
        network.close();
    }

    private List<List<PixelImage>> batches(final List<PixelImage> images) {
        for (final PixelImage image : images) {
            if (!image.shape().equals(imageShape())) {
                throw new IllegalArgumentException(
                        "The oracle judges images of " + imageShape() + ", not of " + image.shape() + ".");
            }
        }
        final int batch = batchSize(network.configuration());
        final List<List<PixelImage>> batches = new ArrayList<>();
        for (int from = 0; from < images.size(); from += batch) {
            batches.add(images.subList(from, Math.min(images.size(), from + batch)));
        }
        return batches;
    }

    private static int batchSize(final OracleConfiguration configuration) {
        final int pixels =
                configuration.image().height() * configuration.image().width();
        return Math.max(1, Math.min(LARGEST_BATCH, BATCH_PIXELS / pixels));
    }

    private static double accuracy(final float[] logits, final int[] labels, final int classes) {
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            right += Calibration.mostProbable(Calibration.softmax(logits, row, classes, 1)) == labels[row] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
