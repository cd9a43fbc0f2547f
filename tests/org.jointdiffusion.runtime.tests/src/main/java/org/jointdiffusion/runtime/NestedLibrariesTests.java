package org.jointdiffusion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.engine.Device;
import org.jointdiffusion.runtime.engine.JointNetwork;
import org.jointdiffusion.runtime.engine.Precision;
import org.jointdiffusion.runtime.engine.RuntimeService;
import org.jointdiffusion.runtime.image.ImageDecoder;
import org.jointdiffusion.runtime.image.ImageLimits;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.image.PixelImage;
import org.jointdiffusion.runtime.image.PngEncoder;
import org.jointdiffusion.runtime.metrics.FeatureVectors;
import org.jointdiffusion.runtime.metrics.FrechetDistance;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.model.SpecificationJson;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.ParameterLayout;
import org.junit.jupiter.api.Test;

/** The libraries that are nested in our bundles load in a real OSGi framework, PyTorch's natives among them. */
class NestedLibrariesTests {

    private static final ImageShape IMAGE = new ImageShape(1, 28, 28);
    private static final int ROWS = 2;
    private static final int CLASSES = 3;

    private static JointModel untrainedModel() {
        final NetworkConfiguration network = NetworkPreset.SMALL.configure(IMAGE, CLASSES);
        final var specification = new ModelSpecification(
                network, new NoiseSchedule(NoiseSchedule.Kind.LINEAR, 1000), "class", List.of("a", "b", "c"));
        return new JointModel(
                specification, InitialWeights.draw(ParameterLayout.of(network), 1), 1, new ModelCard(Map.of()));
    }

    @Test
    void pyTorchComputes() {
        try (JointNetwork network = RuntimeService.shared().load(untrainedModel(), Device.cpu(), Precision.FLOAT32)) {
            final float[] images = new float[ROWS * IMAGE.size()];
            assertEquals(ROWS * CLASSES, network.logits(images, new int[ROWS]).length);
        }
    }

    @Test
    void imagesAreDecoded() throws Exception {
        final var image = new PixelImage(IMAGE, new byte[IMAGE.size()]);
        assertEquals(image, ImageDecoder.decode(PngEncoder.encode(image), ImageLimits.DEFAULT));
    }

    @Test
    void specificationsAreReadBack() throws Exception {
        final ModelSpecification specification = untrainedModel().specification();
        assertEquals(specification, SpecificationJson.read(SpecificationJson.write(specification)));
    }

    @Test
    void distancesOfFeaturesAreComputed() {
        final FeatureVectors features = new FeatureVectors(new float[] {1, 2, 3, 5, 8, 13}, 2);
        final FeatureVectors shifted = new FeatureVectors(new float[] {1, 5, 3, 8, 8, 16}, 2);
        assertEquals(9, FrechetDistance.between(features, shifted), 1e-6);
    }
}
