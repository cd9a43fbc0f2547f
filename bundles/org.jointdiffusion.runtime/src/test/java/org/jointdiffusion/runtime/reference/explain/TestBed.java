package org.jointdiffusion.runtime.reference.explain;

import java.io.UncheckedIOException;
import java.util.List;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageFormatException;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.oracle.Oracle;
import org.jointdiffusion.runtime.prediction.Classifier;
import org.jointdiffusion.runtime.prediction.Prediction;

/**
 * What is measured, and with what.
 *
 * @param options what is asked for
 * @param data Fashion-MNIST
 * @param model the model
 * @param network the model, loaded
 * @param oracle the independent judge, trained on the same rows with another seed
 */
record TestBed(ExplainOptions options, FashionData data, JointModel model, JointNetwork network, Oracle oracle) {

    /** What the model says. */
    List<Prediction> predictions(final List<PixelImage> images) {
        return new Classifier(network, model).predict(images);
    }

    /** The classes that the model sees. */
    int[] ownClasses(final List<PixelImage> images) {
        return predictions(images).stream().mapToInt(Prediction::predictedClass).toArray();
    }

    /** The oracle's features: its last layer before the classes. */
    FeatureVectors features(final List<PixelImage> images) {
        return new FeatureVectors(oracle.features(images), oracle.featureWidth());
    }

    /** The images as a user gets them: written as PNG files and read again. */
    static List<PixelImage> stored(final List<PixelImage> images) {
        return images.stream().map(TestBed::stored).toList();
    }

    private static PixelImage stored(final PixelImage image) {
        try {
            return ImageDecoder.decode(PngEncoder.encode(image), ImageLimits.DEFAULT);
        } catch (final ImageFormatException exception) {
            throw new UncheckedIOException("A PNG file of ours cannot be read.", exception);
        }
    }

    /** Which of the values equal the wanted ones. */
    static boolean[] equal(final int[] values, final int[] wanted) {
        final boolean[] equal = new boolean[values.length];
        for (int i = 0; i < equal.length; i++) {
            equal[i] = values[i] == wanted[i];
        }
        return equal;
    }
}
