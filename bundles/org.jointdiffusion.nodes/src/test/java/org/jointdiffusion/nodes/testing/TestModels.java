package org.jointdiffusion.nodes.testing;

import java.util.List;
import java.util.Map;
import org.jointdiffusion.nodes.port.JointModelPortObject;
import org.jointdiffusion.nodes.port.TargetType;
import org.jointdiffusion.runtime.diffusion.KeyedNoise;
import org.jointdiffusion.runtime.diffusion.NoiseSchedule;
import org.jointdiffusion.runtime.image.ImageShape;
import org.jointdiffusion.runtime.model.JointModel;
import org.jointdiffusion.runtime.model.ModelCard;
import org.jointdiffusion.runtime.model.ModelSpecification;
import org.jointdiffusion.runtime.network.InitialWeights;
import org.jointdiffusion.runtime.network.NetworkConfiguration;
import org.jointdiffusion.runtime.network.NetworkPreset;
import org.jointdiffusion.runtime.network.ParameterLayout;

/** Makes tiny models without training them: enough to see what nodes do with a model. */
public final class TestModels {

    private TestModels() {}

    /** A model of 8x8 grey images with the classes "bar" and "dot". */
    public static JointModelPortObject barsAndDots() {
        return model(List.of("bar", "dot"), TargetType.STRING);
    }

    /** The same without zeros in its output layer: it predicts some noise, of some images worse than of others. */
    public static JointModelPortObject lively() {
        final JointModel model = barsAndDots().model();
        final float[] weights = model.weights().clone();
        final float[] noise = new float[weights.length];
        new KeyedNoise(1).gaussian(0, 0, noise, 0, noise.length);
        for (int index = 0; index < weights.length; index++) {
            weights[index] += 0.1f * noise[index];
        }
        return new JointModelPortObject(
                new JointModel(model.specification(), weights, 1, model.card()), TargetType.STRING);
    }

    /** A model of 8x8 grey images. */
    public static JointModelPortObject model(final List<String> classNames, final TargetType type) {
        final NetworkConfiguration network = new NetworkConfiguration(
                new ImageShape(1, 8, 8), classNames.size(), 8, List.of(1, 2), 1, List.of(), 2, 2, 0, 0);
        return model(network, classNames, type);
    }

    /** A model of 28x28 grey images with the network that is usual for them. */
    public static JointModelPortObject usual() {
        return model(
                NetworkPreset.SMALL.configure(new ImageShape(1, 28, 28), 2), List.of("bar", "dot"), TargetType.STRING);
    }

    /** A model of any network. */
    public static JointModelPortObject model(
            final NetworkConfiguration network, final List<String> classNames, final TargetType type) {
        return new JointModelPortObject(
                new JointModel(
                        new ModelSpecification(network, NoiseSchedule.DEFAULT, "class", classNames),
                        InitialWeights.draw(ParameterLayout.of(network), 1),
                        1,
                        new ModelCard(Map.of("epochs", "20"))),
                type);
    }
}
