package org.jointdiffusion.runtime.prediction;

import java.util.ArrayList;
import java.util.List;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.metrics.Calibration;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.network.NetworkConfiguration;

/** Predicts the classes of images: the classifier half of a joint model, at timestep 0. */
public final class Classifier {

    private static final int SMALLEST_BATCH = 1;
    private static final int LARGEST_BATCH = 256;
    /** The memory that a batch's largest feature maps may take together, in values. */
    private static final long MEMORY_VALUES = 1L << 25;

    private final JointNetwork network;
    private final JointModel model;

    /**
     * A classifier.
     *
     * @param network the model, loaded; it stays the caller's to close
     * @param model the model
     */
    public Classifier(final JointNetwork network, final JointModel model) {
        this.network = network;
        this.model = model;
    }

    /**
     * Predicts the classes of images of the model's shape.
     *
     * @return one prediction for each image, in their order; probabilities are calibrated with the model's temperature
     * @throws IllegalArgumentException when an image has another shape
     */
    public List<Prediction> predict(final List<PixelImage> images) {
        final ImageShape shape = network.configuration().image();
        for (final PixelImage image : images) {
            if (!image.shape().equals(shape)) {
                throw new IllegalArgumentException(
                        "The model takes images of " + shape + ", not of " + image.shape() + ".");
            }
        }
        final List<Prediction> predictions = new ArrayList<>(images.size());
        final int batch = automaticBatchSize(network.configuration());
        for (int from = 0; from < images.size(); from += batch) {
            final List<PixelImage> part = images.subList(from, Math.min(images.size(), from + batch));
            final float[] logits = network.logits(ImageTensors.toNetwork(part), new int[part.size()]);
            for (int row = 0; row < part.size(); row++) {
                predictions.add(prediction(logits, row));
            }
        }
        return predictions;
    }

    /** A number of images that a device handles well at once: many small or few large ones. */
    public static int automaticBatchSize(final NetworkConfiguration network) {
        final long channels = (long) network.channels() * network.multipliers().get(0);
        final long values = 4 * channels * network.height(0) * network.width(0);
        return (int) Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, MEMORY_VALUES / values));
    }

    private Prediction prediction(final float[] logits, final int row) {
        final int classes = network.configuration().classes();
        final double[] probabilities = Calibration.softmax(logits, row, classes, model.temperature());
        return new Prediction(Calibration.mostProbable(probabilities), probabilities);
    }
}
