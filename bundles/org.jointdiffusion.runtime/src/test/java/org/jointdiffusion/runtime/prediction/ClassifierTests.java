package org.jointdiffusion.runtime.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.ImageTensors;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.junit.jupiter.api.Test;

class ClassifierTests {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
    private static final NetworkConfiguration NETWORK =
            new NetworkConfiguration(SHAPE, 3, 8, List.of(1), 1, List.of(), 2, 1, 0, 0);

    @Test
    void probabilitiesAreTheSoftmaxOfTheLogitsDividedByTheTemperature() {
        final JointModel model = model(2.5);
        final List<PixelImage> images = images(3);
        try (JointNetwork network = load(model)) {
            final float[] logits = network.logits(ImageTensors.toNetwork(images), new int[3]);
            final List<Prediction> predictions = new Classifier(network, model).predict(images);
            for (int row = 0; row < 3; row++) {
                final double[] weights = new double[3];
                for (int label = 0; label < 3; label++) {
                    weights[label] = Math.exp(logits[row * 3 + label] / 2.5);
                }
                final double sum = Arrays.stream(weights).sum();
                final int predicted = predictions.get(row).predictedClass();
                for (int label = 0; label < 3; label++) {
                    assertEquals(weights[label] / sum, predictions.get(row).probabilities()[label], 1e-6);
                    assertTrue(weights[label] <= weights[predicted]);
                }
            }
        }
    }

    @Test
    void anImageIsPredictedAloneAsAmongManyOthers() {
        final JointModel model = model(1);
        final List<PixelImage> images = images(300);
        try (JointNetwork network = load(model)) {
            final Classifier classifier = new Classifier(network, model);
            final List<Prediction> all = classifier.predict(images);
            assertEquals(300, all.size());
            for (final int row : new int[] {0, 255, 256, 299}) {
                final Prediction alone =
                        classifier.predict(List.of(images.get(row))).get(0);
                assertEquals(alone.predictedClass(), all.get(row).predictedClass());
                assertEquals(alone.probabilities()[0], all.get(row).probabilities()[0], 1e-5);
            }
            assertEquals(List.of(), classifier.predict(List.of()));
        }
    }

    @Test
    void imagesOfAnotherShapeAreRefused() {
        final JointModel model = model(1);
        try (JointNetwork network = load(model)) {
            final List<PixelImage> wrong = List.of(new PixelImage(new ImageShape(1, 4, 4), new byte[16]));
            assertThrows(IllegalArgumentException.class, () -> new Classifier(network, model).predict(wrong));
        }
    }

    @Test
    void largeImagesComeInSmallBatches() {
        final NetworkConfiguration small = NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 10);
        final NetworkConfiguration large = NetworkPreset.PAPER.configure(new ImageShape(3, 512, 512), 10);
        assertEquals(256, Classifier.automaticBatchSize(small));
        assertEquals(1, Classifier.automaticBatchSize(large));
    }

    private static JointNetwork load(final JointModel model) {
        return RuntimeService.shared().load(model, Device.cpu(), Precision.FLOAT32);
    }

    private static JointModel model(final double temperature) {
        final ModelSpecification specification =
                new ModelSpecification(NETWORK, NoiseSchedule.DEFAULT, "class", List.of("a", "b", "c"));
        final float[] weights = InitialWeights.draw(ParameterLayout.of(NETWORK), 1);
        return new JointModel(specification, weights, temperature, new ModelCard(Map.of()));
    }

    private static List<PixelImage> images(final int count) {
        final List<PixelImage> images = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            final byte[] values = new byte[SHAPE.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = (byte) (number * 37 + index * index * (1 + number % 5));
            }
            images.add(new PixelImage(SHAPE, values));
        }
        return images;
    }
}
